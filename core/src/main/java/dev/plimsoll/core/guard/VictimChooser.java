package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Which worker gives the most back. */
final class VictimChooser {
  /** Less than this share of the limit is not worth a worker's boot. */
  private static final double LEAST_PERCENT = 2;

  private VictimChooser() {}

  /** The one with the largest excess; the older of two alike. */
  static Optional<WorkerTrack> largest(Situation situation) {
    return largest(situation, situation::excess);
  }

  /** The same by what has been held for half a second. */
  static Optional<WorkerTrack> largestHeld(Situation situation) {
    return largest(situation, situation::heldExcess);
  }

  /** The one that has risen the most within half a second. */
  static Optional<WorkerTrack> topGrower(Situation situation) {
    return situation.workers().stream()
        .filter(worker -> isOldEnough(situation, worker))
        .max(Comparator.comparing(WorkerTrack::rise));
  }

  private static boolean isOldEnough(Situation situation, WorkerTrack worker) {
    return worker.last().age().compareTo(situation.model().leastAge()) >= 0;
  }

  private static Optional<WorkerTrack> largest(
      Situation situation, Function<WorkerTrack, Bytes> excess) {
    Bytes least = situation.levels().limit().percent(LEAST_PERCENT);
    return situation.workers().stream()
        .filter(worker -> !worker.isBooting())
        .filter(worker -> isOldEnough(situation, worker))
        .filter(worker -> excess.apply(worker).isMoreThan(least))
        .max(
            Comparator.comparing(excess)
                .thenComparing(WorkerTrack::bornAt, Comparator.reverseOrder()));
  }
}
