package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.operator.apply.ClaimedVariable.PlacedKnob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the knobs of a variable are when it stays as the user has it.
 *
 * @param byKnob the value that the plan counts
 * @param sentence says so
 */
record FixedValues(Map<String, Integer> byKnob, String sentence) {
  FixedValues {
    byKnob = Collections.unmodifiableMap(new LinkedHashMap<>(byKnob));
  }

  static FixedValues of(ClaimedVariable variable, EnvOwnership ownership, OptionalInt cpus) {
    Optional<String> text = ownership.beneath().literal();
    Map<String, Integer> values = new LinkedHashMap<>();
    List<String> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (PlacedKnob placed : variable.knobs()) {
      Knob knob = placed.knob();
      OptionalInt value = text.map(placed.place()::read).orElse(OptionalInt.empty());
      values.put(knob.name(), value.orElseGet(() -> most(knob, cpus)));
      (value.isPresent() ? known : unknown).add(knob.name() + " " + values.get(knob.name()));
    }
    return new FixedValues(values, sentence(variable, known, unknown));
  }

  /** Memory is safe only if a value that is not known is taken for the largest it may be. */
  private static int most(Knob knob, OptionalInt cpus) {
    int byCpu =
        knob.cpu().isPresent() && cpus.isPresent()
            ? knob.cpu().get().boundAt(cpus.getAsInt())
            : Integer.MAX_VALUE;
    int bound = Math.min(knob.max().orElse(Integer.MAX_VALUE), byCpu);
    return bound == Integer.MAX_VALUE ? knob.min() : Math.max(bound, knob.min());
  }

  private static String sentence(
      ClaimedVariable variable, List<String> known, List<String> unknown) {
    StringBuilder text = new StringBuilder();
    variable
        .line()
        .ifPresent(
            words ->
                text.append(" So it does not get ")
                    .append(String.join(", ", words.flags().keySet()))
                    .append('.'));
    if (!known.isEmpty()) {
      text.append(" The plan keeps ").append(String.join(", ", known)).append('.');
    }
    if (!unknown.isEmpty()) {
      text.append(" The plan counts ")
          .append(String.join(", ", unknown))
          .append(
              ", the most that the budget lets it be, because the value in force is not known.");
    }
    return text.toString();
  }
}
