package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.model.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan asks of the container's environment.
 *
 * @param variables those that hold one value, in the budget's order
 * @param lines flags in variables that hold a line of them, which the user may write to as well
 */
public record DesiredEnvironment(Map<String, String> variables, List<ArgumentWords> lines) {

  /**
   * The budget's runtime arguments and the plan's values, each in its place.
   *
   * @throws IllegalArgumentException where the runtime has no place for an argument; {@code
   *     BudgetRules} refuses such budgets
   */
  public static DesiredEnvironment of(Budget budget, Plan plan) {
    EnvironmentDraft draft =
        new EnvironmentDraft(
            RuntimeProfiles.named(budget.runtime().type())
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "no runtime is named " + budget.runtime().type())));
    Map<String, Integer> values = plan.values();
    for (Knob knob : budget.knobs()) {
      int value = values.get(knob.name());
      switch (knob.placement()) {
        case Placement.Variable variable ->
            draft.variable(variable.variable(), variable.render(value));
        case Placement.Argument argument -> draft.argument(argument.flag(), argument.render(value));
      }
    }
    budget.runtime().arguments().forEach(draft::argument);
    return draft.finished();
  }

  /** Every variable with its whole value, for a workload that sets none of them itself. */
  public Map<String, String> alone() {
    Map<String, String> all = new LinkedHashMap<>(variables);
    lines.forEach(line -> all.put(line.variable(), line.alone()));
    return all;
  }
}
