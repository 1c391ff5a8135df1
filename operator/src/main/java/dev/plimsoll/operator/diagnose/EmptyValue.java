package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.operator.diagnose.manifest.Variable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A variable that a number is read from is set, to nothing. */
final class EmptyValue implements Diagnostic {
  private static final String NUMBER_ALONE = "{value}";
  private static final Reference REFERENCE =
      Reference.warning(
          EmptyValue.class,
          "a knob's variable, or the server's own variable for its workers, that is set to nothing",
          "take the variable out of the manifest, or give it a number");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    Set<String> numbers = numbers(surroundings);
    return surroundings
        .variables()
        .literal()
        .filter(variable -> numbers.contains(variable.name()))
        .filter(variable -> variable.value().isBlank())
        .map(Variable::name)
        .map(
            name ->
                REFERENCE.finding(
                    "%s: %s is set to nothing where a number is read, which stops many programs from starting. Take it out, or give it a number."
                        .formatted(surroundings.containerName(), name)))
        .toList();
  }

  private static Set<String> numbers(Surroundings surroundings) {
    return Stream.concat(
            surroundings.budget().knobs().stream().map(Knob::placement),
            surroundings.runtime().placeOf("workers").stream())
        .flatMap(EmptyValue::variableOfNumber)
        .collect(Collectors.toSet());
  }

  /** Variables that hold a number among other words may well be empty. */
  private static Stream<String> variableOfNumber(Placement place) {
    return place instanceof Placement.Variable(String variable, String template)
            && template.equals(NUMBER_ALONE)
        ? Stream.of(variable)
        : Stream.empty();
  }
}
