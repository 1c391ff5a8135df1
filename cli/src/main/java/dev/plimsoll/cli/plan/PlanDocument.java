package dev.plimsoll.cli.plan;

import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import java.util.Map;

/**
 * The answer for programs; its components are the keys of the JSON and the YAML, in this order.
 *
 * @param feasible whether any setting fits
 * @param limitBytes the limit that was planned for
 * @param totalBytes the plan's use at its peak; where nothing fits, that of the smallest setting
 * @param reserveBytes what is left free of the limit for bursts
 * @param values by knob; none where nothing fits
 * @param env the variables that carry them, arguments included; none where nothing fits
 * @param smallestLimitBytes the smallest limit that the smallest setting fits in
 */
record PlanDocument(
    boolean feasible,
    long limitBytes,
    long totalBytes,
    long reserveBytes,
    Map<String, Integer> values,
    Map<String, String> env,
    long smallestLimitBytes) {

  static PlanDocument of(PlanAnswer answer) {
    return switch (answer.outcome()) {
      case Plan plan ->
          new PlanDocument(
              true,
              plan.limit().count(),
              plan.total().count(),
              plan.reserve().count(),
              plan.values(),
              answer.variables(),
              answer.advice().forMinimum().count());
      case Infeasible infeasible ->
          new PlanDocument(
              false,
              infeasible.limit().count(),
              infeasible.minimumTotal().count(),
              answer.reserve().count(),
              Map.of(),
              Map.of(),
              answer.advice().forMinimum().count());
    };
  }
}
