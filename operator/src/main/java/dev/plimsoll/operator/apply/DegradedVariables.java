package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.DegradeTerms;
import dev.plimsoll.operator.observe.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a budget sets while its workload is degraded, and what it has to leave to the user.
 *
 * @param values by variable
 * @param respected by variable that stays as the user has it, why
 */
public record DegradedVariables(Map<String, String> values, Map<String, String> respected) {

  /**
   * Decides for every degraded variable of a budget.
   *
   * @param container the container to size
   */
  public static DegradedVariables of(Budget budget, Workload workload, String container) {
    EnvClassifier classifier = EnvClassifier.of(workload);
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> respected = new LinkedHashMap<>();
    budget
        .degrade()
        .map(DegradeTerms::env)
        .orElse(Map.of())
        .forEach(
            (variable, value) -> {
              EnvKey key = new EnvKey(container, variable);
              Optional<RespectReason> reason =
                  RespectReason.of(key, classifier.classify(key), budget.conflicts());
              reason.ifPresentOrElse(
                  why -> respected.put(variable, why.what() + " " + why.remedy()),
                  () -> values.put(variable, value));
            });
    return new DegradedVariables(values, respected);
  }

  /** What stays the user's, in sentences; empty where nothing does. */
  public String sentences() {
    return respected.values().stream().map(text -> " " + text).collect(Collectors.joining());
  }
}
