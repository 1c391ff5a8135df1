package dev.plimsoll.core.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The time after a worker's end in which nothing is decided: its memory has to be back and its
 * successor up before the next figure means anything.
 *
 * @param since the last change of the crew; empty where it has settled
 * @param crew the number of workers to wait for
 */
record Settle(Optional<Duration> since, int crew) {
  /** A successor that has not come by then will not. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Freed pages are given back within the exit; two readings see it. */
  private static final Duration SHORTEST = Duration.ofMillis(200);

  static Settle done() {
    return new Settle(Optional.empty(), 0);
  }

  static Settle from(Duration at, int crew) {
    return new Settle(Optional.of(at), crew);
  }

  boolean isOver() {
    return since.isEmpty();
  }

  /** Over where the crew is complete and up, or has been waited for in vain. */
  Settle with(Duration at, List<WorkerTrack> workers) {
    if (since.isEmpty()) {
      return this;
    }
    Duration waited = at.minus(since.get());
    boolean back = waited.compareTo(SHORTEST) >= 0;
    boolean up = workers.size() >= crew && workers.stream().noneMatch(WorkerTrack::isBooting);
    return back && up || waited.compareTo(LONGEST) > 0 ? done() : this;
  }
}
