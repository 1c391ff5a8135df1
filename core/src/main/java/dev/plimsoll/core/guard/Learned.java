package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the workers of this server have shown so far.
 *
 * @param fresh what the last workers held after their boot
 * @param bootPeaks the most that each of them held while it booted
 * @param bootTimes how long each of them took
 * @param burst the largest rise of one worker within half a second
 * @param burstBefore the same without the rises of the last half second
 */
record Learned(
    List<Bytes> fresh,
    List<Bytes> bootPeaks,
    List<Duration> bootTimes,
    DecayingPeak burst,
    DecayingPeak burstBefore) {
  private static final int NEARLY_FRESH_PERCENT = 90;
  private static final Duration BURST_HALF_LIFE = Duration.ofMinutes(10);

  Learned {
    fresh = List.copyOf(fresh);
    bootPeaks = List.copyOf(bootPeaks);
    bootTimes = List.copyOf(bootTimes);
  }

  static Learned nothing() {
    return new Learned(
        List.of(),
        List.of(),
        List.of(),
        DecayingPeak.none(BURST_HALF_LIFE),
        DecayingPeak.none(BURST_HALF_LIFE));
  }

  /** With what the workers show at one reading. */
  Learned with(Duration at, List<WorkerTrack> workers) {
    Learned next = withBurstsOfBefore(at);
    for (WorkerTrack worker : workers) {
      if (next.canTellBurst(worker)) {
        next = next.withRise(at, worker);
      }
      Optional<WorkerTrack.Grown> lesson = worker.lesson();
      if (lesson.isPresent()) {
        next = next.withBoot(worker.bornAt(), lesson.get());
      }
    }
    return next;
  }

  /** Whether a worker is as old and as large as the others were when they were up. */
  WorkerTrack.Stage stage(WorkerReading worker) {
    boolean old = bootTime().filter(taken -> worker.age().compareTo(taken) >= 0).isPresent();
    boolean large =
        freshSize()
            .filter(size -> worker.privateBytes().isMoreThan(size.percent(NEARLY_FRESH_PERCENT)))
            .isPresent();
    return old && large ? WorkerTrack.Stage.UP : WorkerTrack.Stage.RISING;
  }

  /** Three times what the others took, and the time that rest is waited for. */
  Optional<Duration> longestBoot() {
    return bootTime().map(taken -> taken.multipliedBy(3).plusSeconds(1));
  }

  private Learned withBurstsOfBefore(Duration at) {
    return burst == burstBefore || at.minus(burst.at()).compareTo(RecentLow.SPAN) < 0
        ? this
        : new Learned(fresh, bootPeaks, bootTimes, burst, burst);
  }

  /** Before the size of a fresh worker is known, a young one's rise may be the rest of its boot. */
  private boolean canTellBurst(WorkerTrack worker) {
    return !worker.isBooting() && !(worker.isFresh() && fresh.isEmpty());
  }

  /** A rise that only brings a worker to the size of a fresh one is the rest of its boot. */
  private Learned withRise(Duration at, WorkerTrack worker) {
    Bytes aboveFresh = worker.privateBytes().minusOrZero(freshSize().orElse(Bytes.ZERO));
    Bytes rise = worker.rise().min(aboveFresh);
    DecayingPeak next = burst.with(at, rise);
    return next == burst ? this : new Learned(fresh, bootPeaks, bootTimes, next, burstBefore);
  }

  private Learned withBoot(Duration bornAt, WorkerTrack.Grown boot) {
    Duration taken = boot.booted().minus(bornAt).minus(RecentLow.SPAN).plusMillis(100);
    return new Learned(
        Remembered.with(fresh, boot.low()),
        Remembered.with(bootPeaks, boot.peak()),
        Remembered.with(bootTimes, taken.isNegative() ? Duration.ZERO : taken),
        burst,
        burstBefore);
  }

  /** What a worker holds after its boot: the median; empty before one was seen booting. */
  Optional<Bytes> freshSize() {
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    List<Bytes> sorted = new ArrayList<>(fresh);
    sorted.sort(Comparator.naturalOrder());
    return Optional.of(sorted.get(sorted.size() / 2));
  }

  /** The most that a worker holds while it boots; empty before one was seen booting. */
  Optional<Bytes> bootPeak() {
    return most(bootPeaks);
  }

  /** How long a worker takes to boot, at most; empty before one was seen booting. */
  Optional<Duration> bootTime() {
    return most(bootTimes);
  }

  private static <T extends Comparable<T>> Optional<T> most(List<T> amounts) {
    return amounts.isEmpty() ? Optional.empty() : Optional.of(Collections.max(amounts));
  }
}
