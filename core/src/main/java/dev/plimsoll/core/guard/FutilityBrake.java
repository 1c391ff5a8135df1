package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ends recycling that does not help. A recycle counts against the application where it gave back
 * less than a tenth of what was expected, or where by the time of the next one the youngest worker
 * is nearly as large as the largest or the next victim has only just come. Three in a row close the
 * brake; a reason to try again opens it.
 *
 * @param inVain recycles in a row that did not help
 * @param last the last recycle; empty where none has ended since the brake was opened
 * @param calmSince since when the pod has been below its soft line
 */
record FutilityBrake(int inVain, Optional<Recycled> last, Optional<Duration> calmSince) {
  private static final int TOO_MANY = 3;
  private static final int LEAST_RELIEF_PERCENT = 10;
  private static final int AS_LARGE_PERCENT = 80;
  private static final Duration LONG_CALM = Duration.ofMinutes(10);

  /** A worker that has to go again within so many of its boot times came in vain. */
  private static final int SHORT_LIFE_BOOTS = 3;

  private static final Duration SHORT_LIFE = Duration.ofSeconds(3);

  static FutilityBrake open() {
    return new FutilityBrake(0, Optional.empty(), Optional.empty());
  }

  boolean isClosed() {
    return inVain >= TOO_MANY;
  }

  /** Opens after a long calm. */
  FutilityBrake with(Duration at, Phase phase) {
    if (phase != Phase.CALM) {
      return calmSince.isEmpty() ? this : new FutilityBrake(inVain, last, Optional.empty());
    }
    Duration since = calmSince.orElse(at);
    if (at.minus(since).compareTo(LONG_CALM) >= 0) {
      return open();
    }
    return calmSince.isPresent() ? this : new FutilityBrake(inVain, last, Optional.of(since));
  }

  /** A recycle is over: what it was to give back, and what it did. */
  FutilityBrake after(Recycled recycled) {
    return new FutilityBrake(inVain, Optional.of(recycled), calmSince);
  }

  /** The next recycle is due: did the last one help? */
  FutilityBrake atNext(
      Duration at, WorkerTrack victim, List<WorkerTrack> workers, Learned learned) {
    return last.map(
            recycled ->
                new FutilityBrake(
                    helped(recycled)
                            && livedLong(at, victim, learned)
                            && isStaggered(victim, workers, learned)
                        ? 0
                        : inVain + 1,
                    Optional.empty(),
                    calmSince))
        .orElse(this);
  }

  private static boolean helped(Recycled recycled) {
    return recycled.freed.count() * 100 >= recycled.expected.count() * LEAST_RELIEF_PERCENT;
  }

  private static boolean livedLong(Duration at, WorkerTrack victim, Learned learned) {
    Duration boot = learned.bootTime().orElse(Duration.ZERO);
    Duration shortLife = SHORT_LIFE.plus(boot.multipliedBy(SHORT_LIFE_BOOTS));
    return at.minus(victim.bornAt()).compareTo(shortLife) > 0;
  }

  /** The youngest two hold clearly less than the largest: what that holds has come with time. */
  private static boolean isStaggered(
      WorkerTrack victim, List<WorkerTrack> workers, Learned learned) {
    Bytes fresh = learned.freshSize().orElse(Bytes.ZERO);
    Bytes most = victim.held().minusOrZero(fresh).percent(AS_LARGE_PERCENT);
    int successors = workers.size() > 2 ? 2 : workers.size() - 1;
    return workers.subList(workers.size() - successors, workers.size()).stream()
        .noneMatch(worker -> worker.held().minusOrZero(fresh).isMoreThan(most));
  }

  /**
   * One recycle that is over.
   *
   * @param expected what the victim held above a fresh worker
   * @param freed what the container holds less since, what the others took meanwhile left out
   */
  record Recycled(Bytes expected, Bytes freed) {}
}
