package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.operator.apply.ClaimedVariable.PlacedKnob;
import dev.plimsoll.operator.observe.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the knobs are on the workload now, whoever has set them, as far as its manifest says. */
public final class EffectiveValues {
  private EffectiveValues() {}

  /** The values by knob; a knob whose value is not known is left out. */
  public static Map<String, Integer> of(Budget budget, Workload workload, String container) {
    EnvClassifier classifier = EnvClassifier.of(workload);
    return of(budget, variable -> classifier.classify(new EnvKey(container, variable)).literal());
  }

  /** The values by knob that settings give; a knob that they leave alone is left out. */
  public static Map<String, Integer> of(Budget budget, DesiredSettings settings) {
    return of(budget, variable -> Optional.ofNullable(settings.values().get(variable)));
  }

  private static Map<String, Integer> of(
      Budget budget, Function<String, Optional<String>> literal) {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (ClaimedVariable variable : ClaimedVariable.allOf(budget)) {
      literal
          .apply(variable.name())
          .ifPresent(
              text -> {
                for (PlacedKnob placed : variable.knobs()) {
                  placed
                      .place()
                      .read(text)
                      .ifPresent(value -> values.put(placed.knob().name(), value));
                }
              });
    }
    return values;
  }
}
