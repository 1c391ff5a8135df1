package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.GuardAction;

/** Sheds one worker where that is allowed and possible, and says how many are left to survive. */
final class Shedding {
  private Shedding() {}

  /**
   * @param survivors the most workers that fit
   */
  static Finding shed(Situation situation, Action.ShedReason reason, int survivors, String why) {
    return attempt(situation, reason, why).with(new GuardStep.WorkerBound(survivors, why));
  }

  private static Finding attempt(Situation situation, Action.ShedReason reason, String why) {
    if (!situation.allows(GuardAction.SHED_WORKER)) {
      return Finding.of(
          Remark.Reason.PLAN_TOO_LARGE,
          why
              + "; a worker would be shed, but spec.guard.actions does not list ShedWorker: add it");
    }
    if (situation.model().shed().isEmpty()) {
      return Finding.of(
          Remark.Reason.PLAN_TOO_LARGE,
          why
              + "; %s sheds no worker while it runs, it needs a smaller plan"
                  .formatted(situation.policy().runtime()));
    }
    return Finding.of(new Action.Shed(situation.master(), reason, why));
  }
}
