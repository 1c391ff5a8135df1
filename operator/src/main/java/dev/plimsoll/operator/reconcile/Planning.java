package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.Planner;
import dev.plimsoll.operator.apply.Claims;
import dev.plimsoll.operator.apply.EffectiveValues;
import dev.plimsoll.operator.observe.MemoryLimit;
import dev.plimsoll.operator.observe.Observation;
import java.util.Map;
import java.util.Optional;

/**
 * The step that plans: what may be set, what then fits.
 *
 * @param claims which variables are ours to set and which stay the user's
 * @param effective what the knobs are on the workload now, as far as that is known
 */
record Planning(
    MemoryLimit limit,
    Claims claims,
    Map<String, Integer> effective,
    PlanRequest request,
    PlanOutcome outcome) {

  /**
   * Plans for a target.
   *
   * @throws IllegalArgumentException where the budget's numbers are beyond counting
   */
  static Planning of(Budget budget, Observation.Target target, MemoryLimit limit) {
    String container = target.container().getName();
    Claims claims = Claims.of(budget, target.workload(), container, target.cpus());
    Map<String, Integer> effective = EffectiveValues.of(budget, target.workload(), container);
    PlanRequest request =
        new PlanRequest(
            budget.knobs(),
            budget.memory().base(),
            budget.memory().reserve(),
            budget.guard().softPercent(),
            limit.amount(),
            target.cpus(),
            target.maxReplicas(),
            claims.fixed(),
            effective);
    return new Planning(limit, claims, effective, request, Planner.plan(request));
  }

  /** The plan that fits, if one does. */
  Optional<Plan> plan() {
    return outcome instanceof Plan plan ? Optional.of(plan) : Optional.empty();
  }
}
