package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.RuntimeProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every variable and flag that a budget sets, so that none is set twice. */
final class OccupiedPlaces {
  private final Findings findings;
  private final RuntimeProfile profile;
  private final Set<String> arguments;
  private final Map<String, String> knobByPlace = new HashMap<>();

  /**
   * @param arguments the names in {@code spec.runtime.arguments}
   */
  OccupiedPlaces(Findings findings, RuntimeProfile profile, Set<String> arguments) {
    this.findings = findings;
    this.profile = profile;
    this.arguments = arguments;
  }

  void occupy(String field, Knob knob) {
    String place = place(knob.placement());
    String other = knobByPlace.putIfAbsent(place, knob.name());
    if (other != null) {
      findings.refuse(field, Rule.PLACE_TWICE, place + " by " + other + " too");
    }
    arguments.stream()
        .filter(
            name -> name.equals(knob.name()) || place(new Placement.Argument(name)).equals(place))
        .findFirst()
        .ifPresent(
            name ->
                findings.refuse(
                    "spec.runtime.arguments." + name, Rule.ARGUMENT_OF_KNOB, knob.name()));
  }

  void checkDegraded(Optional<BudgetDraft.Degrade> degrade) {
    degrade.stream()
        .flatMap(written -> written.env().keySet().stream())
        .filter(knobByPlace::containsKey)
        .forEach(
            variable ->
                findings.refuse(
                    "spec.degrade.env." + variable,
                    Rule.DEGRADE_SETS_KNOB,
                    knobByPlace.get(variable)));
  }

  /** The variable, or the flag with dashes, which no variable can be called. */
  private String place(Placement placement) {
    return switch (placement) {
      case Placement.Variable variable -> variable.variable();
      case Placement.Argument(String flag) ->
          profile.arguments() instanceof ArgumentHome.VariablePerFlag home
              ? home.variable(flag)
              : "--" + flag;
    };
  }
}
