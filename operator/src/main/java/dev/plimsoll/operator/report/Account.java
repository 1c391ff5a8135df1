package dev.plimsoll.operator.report;

import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.CapacityTable;
import dev.plimsoll.core.plan.LimitAdvice;
import dev.plimsoll.core.spec.NotYetActive;
import dev.plimsoll.core.spec.Violation;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.observe.MemoryLimit;
import java.util.List;
import java.util.Map;

/** What a pass over a budget found and did, as far as its user is told. */
public sealed interface Account {

  /** The spec is not valid. */
  record Invalid(List<Violation> violations) implements Account {}

  /**
   * There is nothing to plan for.
   *
   * @param reason one word in CamelCase
   * @param message what is, why, and what to do
   */
  record Blocked(String reason, String message) implements Account {}

  /**
   * There is a target, and planning was tried.
   *
   * @param notes the fields that nothing acts on yet
   * @param advice the limits that would do
   * @param capacity what would fit at other limits
   * @param effective what the knobs are on the workload now, as far as that is known
   * @param findings what the manifest shows beside
   * @param usage what the pods use
   * @param heldBack what is held back of the plan
   */
  record Planned(
      List<NotYetActive> notes,
      MemoryLimit limit,
      PlanRequest request,
      PlanOutcome outcome,
      LimitAdvice advice,
      CapacityTable capacity,
      Map<String, Integer> effective,
      List<Finding> findings,
      Usage usage,
      HeldBack heldBack,
      Standing standing)
      implements Account {}
}
