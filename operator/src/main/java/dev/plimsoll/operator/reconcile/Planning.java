package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.core.decide.RestrainedPlan;
import dev.plimsoll.core.decide.Restraint;
import dev.plimsoll.core.decide.WorkersKnob;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.CapacityTable;
import dev.plimsoll.core.plan.LimitAdvice;
import dev.plimsoll.core.plan.Planner;
import dev.plimsoll.operator.apply.Claims;
import dev.plimsoll.operator.apply.EffectiveValues;
import dev.plimsoll.operator.observe.MemoryLimit;
import dev.plimsoll.operator.observe.Observation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The step that plans: what may be set, what then fits.
 *
 * @param claims which variables are ours to set and which stay the user's
 * @param effective what the knobs are on the workload now, as far as that is known
 * @param whole the plan without any restraint
 * @param ladder what is held back of it
 * @param outcome the plan as far as it is not held back
 * @param advice the limits that would do
 * @param capacity what would fit at other limits
 */
record Planning(
    MemoryLimit limit,
    Claims claims,
    Map<String, Integer> effective,
    PlanRequest request,
    PlanOutcome whole,
    Ladder ladder,
    PlanOutcome outcome,
    LimitAdvice advice,
    CapacityTable capacity) {

  /**
   * Plans for a target, with nothing held back.
   *
   * @throws BeyondCountingException where the budget's numbers are, valid as each of them is
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
    try {
      LimitAdvice advice = LimitAdvice.of(request);
      CapacityTable capacity = CapacityTable.of(request, budget.memory().perUser());
      PlanOutcome whole = Planner.plan(request);
      return new Planning(
          limit, claims, effective, request, whole, Ladder.FREE, whole, advice, capacity);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BeyondCountingException(e);
    }
  }

  /** No plan can be made of these numbers. */
  static final class BeyondCountingException extends RuntimeException {
    BeyondCountingException(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** The same as far as it is held back by now. */
  Planning under(Ladder remembered, Budget budget, long generation, Instant now) {
    return under(remembered.at(now, target(generation), budget.restoreAfter()), budget);
  }

  /**
   * What anything is held back from.
   *
   * @param generation the budget's
   */
  Restraint.Target target(long generation) {
    return new Restraint.Target(
        limit.amount(), generation, whole instanceof Plan plan ? plan.values() : Map.of());
  }

  /** The same with this held back. */
  Planning under(Ladder next, Budget budget) {
    PlanOutcome restrained =
        next.held()
            .map(Restraint::extent)
            .map(extent -> RestrainedPlan.of(request, extent, WorkersKnob.of(budget)))
            .orElse(whole);
    return new Planning(
        limit, claims, effective, request, whole, next, restrained, advice, capacity);
  }

  /** The plan that fits, if one does. */
  Optional<Plan> plan() {
    return outcome instanceof Plan plan ? Optional.of(plan) : Optional.empty();
  }

  /**
   * What the workload takes at its peak with these values: base and every unit, or the most that
   * can be counted.
   */
  Bytes costOf(Map<String, Integer> values) {
    Bytes total = request.base();
    try {
      for (Knob knob : request.knobs()) {
        long units = (long) values.get(knob.name()) * knob.per().map(values::get).orElse(1);
        total = total.plus(knob.unitCost().times(units));
      }
      return total;
    } catch (ArithmeticException beyondCounting) {
      return new Bytes(Long.MAX_VALUE);
    }
  }
}
