package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.Optional;

/**
 * One worker over the time that it has been seen.
 *
 * @param last as read last
 * @param bornAt when it started
 * @param recent its lowest private memory of the last half second
 * @param growth whether it still boots
 * @param cpuMovedAt when it last used the processor
 */
record WorkerTrack(
    WorkerReading last, Duration bornAt, RecentLow recent, Growth growth, Duration cpuMovedAt) {
  /** A worker first seen older than this is not watched booting. */
  private static final Duration KNOWN_FROM_BIRTH = Duration.ofSeconds(10);

  /** The longest that growing is taken for booting where no boot is known. */
  private static final Duration LONGEST_BOOT = Duration.ofSeconds(30);

  /** How long after its boot a worker shows what a fresh one holds. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  /** Rises by less than this share of the limit within half a second are not booting. */
  private static final double PLATEAU_PERCENT = 1;

  /** Rises by more are never rest. */
  private static final double MOST_PLATEAU_PERCENT = 4;

  static WorkerTrack first(Duration at, WorkerReading reading) {
    Bytes level = reading.privateBytes();
    Growth growth =
        reading.age().compareTo(KNOWN_FROM_BIRTH) > 0
            ? new Unseen()
            : new Booting(level, level, at, level, Stage.RISING);
    return new WorkerTrack(
        reading, at.minus(reading.age()), RecentLow.none().with(at, level), growth, at);
  }

  WorkerTrack with(Duration at, WorkerReading reading, Bytes limit, Learned learned) {
    Bytes level = reading.privateBytes();
    RecentLow lows = recent.with(at, level);
    Growth grown =
        switch (growth) {
          case Booting booting ->
              booting
                  .with(at, level, lows.riseTo(level), limit, learned.stage(reading))
                  .endedBy(at, reading.age(), level, learned);
          case Fresh fresh when at.minus(fresh.since).compareTo(FRESH) < 0 ->
              new Fresh(fresh.since, fresh.low.min(level), fresh.peak);
          case Fresh fresh -> new Grown(fresh.since, fresh.low, fresh.peak);
          case Grown _, Unseen _ -> new Unseen();
        };
    boolean moved = reading.cpuTime().compareTo(last.cpuTime()) > 0;
    return new WorkerTrack(reading, bornAt, lows, grown, moved ? at : cpuMovedAt);
  }

  ProcessId id() {
    return last.id();
  }

  Bytes privateBytes() {
    return last.privateBytes();
  }

  /** What it has held for half a second: a burst that comes and goes is not in it. */
  Bytes held() {
    return recent.orElse(last.privateBytes());
  }

  /** How much it has risen within half a second. */
  Bytes rise() {
    return recent.riseTo(last.privateBytes());
  }

  boolean isBooting() {
    return growth instanceof Booting booting && booting.stage == Stage.RISING;
  }

  boolean isFresh() {
    return growth instanceof Fresh;
  }

  /** What its boot taught; only at the one reading at which that is complete. */
  Optional<Grown> lesson() {
    return growth instanceof Grown grown ? Optional.of(grown) : Optional.empty();
  }

  /** The part of a worker's life in which it becomes what it is. */
  sealed interface Growth {}

  /** How far a worker that has not come to rest yet is. */
  enum Stage {
    RISING,
    /** As old and as large as others were when they were up. */
    UP
  }

  /**
   * Not at rest yet since its start.
   *
   * @param peak the most it has held
   * @param mark the level at which it last was clearly above all before
   * @param markedAt when that was
   * @param steepest the most it has risen within half a second, or before it was first seen
   */
  record Booting(Bytes peak, Bytes mark, Duration markedAt, Bytes steepest, Stage stage)
      implements Growth {

    Booting with(Duration at, Bytes level, Bytes rise, Bytes limit, Stage now) {
      Bytes highest = peak.isMoreThan(level) ? peak : level;
      Bytes risen = steepest.isMoreThan(rise) ? steepest : rise;
      return level.isMoreThan(mark.plus(still(risen, limit)))
          ? new Booting(highest, level, at, risen, now)
          : new Booting(highest, mark, markedAt, risen, now);
    }

    /**
     * A leak under load may be as much as a boot elsewhere: half of this boot's own pace is rest.
     */
    private static Bytes still(Bytes steepest, Bytes limit) {
      Bytes half = steepest.percent(50).min(limit.percent(MOST_PLATEAU_PERCENT));
      Bytes least = limit.percent(PLATEAU_PERCENT);
      return half.isMoreThan(least) ? half : least;
    }

    /**
     * Over after half a second without a new height, or after so long that it is no boot. One that
     * went on rising after others were up long since was leaking already: it teaches nothing.
     */
    Growth endedBy(Duration at, Duration age, Bytes level, Learned learned) {
      boolean rests = at.minus(markedAt).compareTo(RecentLow.SPAN) >= 0;
      boolean late = age.compareTo(learned.longestBoot().orElse(LONGEST_BOOT)) > 0;
      return late ? new Unseen() : rests ? new Fresh(at, level, peak) : this;
    }
  }

  /**
   * At rest for the first time.
   *
   * @param low the least it has held since
   * @param peak the most it held while it booted
   */
  record Fresh(Duration since, Bytes low, Bytes peak) implements Growth {}

  /** Fresh no more: what it showed can be learned from. */
  record Grown(Duration booted, Bytes low, Bytes peak) implements Growth {}

  /** Its boot was not seen, or has been learned from. */
  record Unseen() implements Growth {}
}
