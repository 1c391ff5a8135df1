package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.runtime.ProcessModel.OnKill;
import java.time.Duration;

/** At the limit at once: one worker of our choice rather than of the kernel's, or all. */
record LastResort() implements Rule {
  private static final Duration MEMORY_BACK = Duration.ofMillis(200);

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
