package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.GuardAction;

/** Says what is left where nothing in the pod helps. */
final class NoRemedy {
  private NoRemedy() {}

  /**
   * Asks for a smaller plan, or for a new pod where the budget allows that.
   *
   * @param because what the server lacks, after its name
   */
  static Finding inPod(Situation situation, String because) {
    return inPod(situation.policy(), situation.levels(), because);
  }

  static Finding inPod(GuardPolicy policy, Levels levels, String because) {
    String what =
        "the container is at %s and %s %s: ".formatted(levels.percent(), policy.runtime(), because);
    return policy.actions().contains(GuardAction.EVICT_POD)
        ? Finding.of(Remark.Reason.NEW_POD_NEEDED, what + "only a new pod gives its memory back")
        : Finding.of(
            Remark.Reason.PLAN_TOO_LARGE,
            what + "it needs a smaller plan, a larger limit, or EvictPod in spec.guard.actions");
  }
}
