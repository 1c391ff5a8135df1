package dev.plimsoll.cli.export;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan and the variables that carry it.
 *
 * @param budget what it was planned for
 * @param plan the settings that fit
 * @param variables by name, in the budget's order
 */
record PlannedVariables(Budget budget, Plan plan, Map<String, String> variables) {

  /** What the variables stand for, in one line. */
  String summary() {
    String values =
        plan.values().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return "%s at %s: %s (%s used, %s left)"
        .formatted(budget.target(), plan.limit(), values, plan.total(), plan.headroom());
  }

  /** As the {@code env} list of a container. */
  List<Map<String, String>> asEnvList() {
    return variables.entrySet().stream().map(PlannedVariables::entry).toList();
  }

  private static Map<String, String> entry(Map.Entry<String, String> variable) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("name", variable.getKey());
    entry.put("value", variable.getValue());
    return entry;
  }
}
