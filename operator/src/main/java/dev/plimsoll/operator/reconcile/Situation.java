package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.operator.apply.Bookkeeping;
import dev.plimsoll.operator.inject.Injection;
import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.TargetKey;
import dev.plimsoll.operator.observe.Workload;
import java.time.Instant;

/**
 * Everything that a decision about a budget rests on.
 *
 * @param uid the budget's
 * @param generation the budget's
 * @param books what our annotations on the workload say
 * @param injection whether the agent joins the pods
 * @param metering what the pods use
 */
record Situation(
    Budget budget,
    String uid,
    long generation,
    Observation.Target target,
    Planning planning,
    Bookkeeping books,
    Injection injection,
    Metering metering,
    Instant now) {

  /** The same with this held back of the plan. */
  Situation under(Ladder ladder) {
    return new Situation(
        budget,
        uid,
        generation,
        target,
        planning.under(ladder, budget),
        books,
        injection,
        metering,
        now);
  }

  Workload workload() {
    return target.workload();
  }

  TargetKey key() {
    return TargetKey.of(workload().resource());
  }

  /** The image that the container runs. */
  String image() {
    return String.valueOf(target.container().getImage());
  }
}
