package dev.plimsoll.cli.plan;

import dev.plimsoll.cli.input.PlanInput;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.CapacityTable;
import dev.plimsoll.core.plan.LimitAdvice;
import dev.plimsoll.core.plan.Planner;
import dev.plimsoll.core.runtime.DesiredEnvironment;
import java.util.Map;

/**
 * All that {@code plimsoll plan} has to say.
 *
 * @param input what was asked
 * @param request what was planned
 * @param outcome the plan, or that none fits
 * @param variables that carry the plan, arguments included; none where nothing fits
 * @param advice at which limits the budget starts to fit and stops to gain
 * @param capacity the plans at other limits
 */
record PlanAnswer(
    PlanInput input,
    PlanRequest request,
    PlanOutcome outcome,
    Map<String, String> variables,
    LimitAdvice advice,
    CapacityTable capacity) {

  static PlanAnswer to(PlanInput input) {
    PlanRequest request = PlanRequest.of(input.budget(), input.limit(), input.cpus());
    PlanOutcome outcome = Planner.plan(request);
    Map<String, String> variables =
        switch (outcome) {
          case Plan plan -> DesiredEnvironment.of(input.budget(), plan).alone();
          case Infeasible _ -> Map.of();
        };
    return new PlanAnswer(
        input,
        request,
        outcome,
        variables,
        LimitAdvice.of(request),
        CapacityTable.of(request, input.budget().memory().perUser()));
  }

  /** What is left free of the limit for bursts. */
  Bytes reserve() {
    return request.reserve().at(request.limit());
  }
}
