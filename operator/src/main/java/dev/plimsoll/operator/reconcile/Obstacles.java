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

  /** Numbers that are valid one by one and beyond counting together. */
  static Account.Blocked beyondCounting(Planning.BeyondCountingException e) {
    return new Account.Blocked(
        "InvalidSpec", "The budget cannot be planned: " + e.getMessage() + ".");
  }
}
