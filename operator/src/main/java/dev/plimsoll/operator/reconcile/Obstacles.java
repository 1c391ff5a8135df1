package dev.plimsoll.operator.reconcile;

import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.report.Account;

/** What keeps a budget with a target from being planned. */
final class Obstacles {
  private Obstacles() {}

  static Account.Blocked noLimit(Observation.Target target) {
    return new Account.Blocked(
        "NoLimit",
        "Container %s of %s has no memory limit, so there is nothing to plan for: set resources.limits.memory there, or spec.memory.limit here."
            .formatted(target.container().getName(), target.workload().ref()));
  }

  /** Nobody has thought of this: its user is told all the same. */
  static Account.Blocked defect(RuntimeException e) {
    return new Account.Blocked(
        "InternalError",
        "The budget cannot be worked on (%s), which is a defect of Plimsoll: report it with the budget, the workload and the operator's log. Another value of what was changed last may do meanwhile."
            .formatted(e.getMessage()));
  }

  /** Numbers that are valid one by one and beyond counting together. */
  static Account.Blocked beyondCounting(Planning.BeyondCountingException e) {
    return new Account.Blocked(
        "InvalidSpec", "The budget cannot be planned: " + e.getMessage() + ".");
  }
}
