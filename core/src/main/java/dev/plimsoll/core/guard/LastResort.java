package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.runtime.ProcessModel.OnKill;
import java.time.Duration;
import java.util.Optional;

/**
 * At the limit at once: one worker of our choice rather than of the kernel's, or all. Where workers
 * are known to end in no time it still finishes its request.
 */
record LastResort() implements Rule {
  private static final Duration MEMORY_BACK = Duration.ofMillis(200);
  private static final Duration NO_TIME = Duration.ofMillis(150);

  @Override
  public Finding look(Situation situation) {
    boolean justFreed =
        situation
            .course()
            .settle()
            .since()
            .filter(since -> situation.at().minus(since).compareTo(MEMORY_BACK) < 0)
            .isPresent();
    if (situation.phase() != Phase.LAST
        || justFreed
        || situation.count() < 2
        || !situation.allows(GuardAction.RECYCLE_WORKER)
        || situation.model().onKill() != OnKill.STARTS_ANOTHER) {
      return Finding.nothing();
    }
    return quick(situation).orElseGet(() -> kill(situation));
  }

  private static Optional<Finding> quick(Situation situation) {
    Optional<Duration> drain =
        situation.course().drainTime().filter(taken -> taken.compareTo(NO_TIME) <= 0);
    return situation.model().retire().isEmpty() || drain.isEmpty()
        ? Optional.empty()
        : VictimChooser.largest(situation)
            .map(
                worker ->
                    Finding.of(
                        new Action.Recycle(
                            worker.id(),
                            RecycleReason.HARD,
                            NO_TIME,
                            "the container is at %s and meets it at once; workers end within %d ms, and worker %d holds %s above a fresh one"
                                .formatted(
                                    situation.levels().percent(),
                                    drain.get().toMillis(),
                                    worker.id().pid(),
                                    situation.excess(worker)))));
  }

  private static Finding kill(Situation situation) {
    return VictimChooser.topGrower(situation)
        .map(
            worker ->
                Finding.of(
                    new Action.Kill(
                        worker.id(),
                        Action.KillReason.LAST_RESORT,
                        "the container is at %s and meets it at once; worker %d has grown by %s in half a second"
                            .formatted(
                                situation.levels().percent(), worker.id().pid(), worker.rise()))))
        .orElseGet(Finding::nothing);
  }
}
