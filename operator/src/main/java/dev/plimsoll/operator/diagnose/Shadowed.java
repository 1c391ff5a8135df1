package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.ArgumentLine;
import dev.plimsoll.core.runtime.MalformedLineException;
import dev.plimsoll.core.runtime.SettingSource;
import dev.plimsoll.operator.diagnose.manifest.FlagUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The manifest sets a knob in a place that the server prefers to ours. */
final class Shadowed implements Diagnostic {
  private static final Reference REFERENCE =
      Reference.warning(
          Shadowed.class,
          "a knob's or argument's setting on the server's command line, or in another place that beats its variable",
          "take the setting out of the place that is named");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    List<Finding> findings = new ArrayList<>();
    for (Knob knob : surroundings.budget().knobs()) {
      stronger(surroundings, knob.placement())
          .map(use -> finding(surroundings, use, "knob " + knob.name()))
          .ifPresent(findings::add);
    }
    for (String flag : surroundings.budget().runtime().arguments().keySet()) {
      stronger(surroundings, new Placement.Argument(flag))
          .map(use -> finding(surroundings, use, "spec.runtime.arguments." + flag))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static Finding finding(Surroundings surroundings, String use, String loser) {
    return REFERENCE.finding(
        "%s: %s beats %s, which therefore does nothing. Take it out."
            .formatted(surroundings.containerName(), use, loser));
  }

  /** What beats the place, in words; empty where nothing that the manifest shows does. */
  private static Optional<String> stronger(Surroundings surroundings, Placement place) {
    return Stream.concat(
            surroundings.runtime().strongerThan(place).stream()
                .flatMap(source -> use(surroundings, place, source).stream()),
            assignment(surroundings, place).stream())
        .findFirst();
  }

  private static Optional<String> use(
      Surroundings surroundings, Placement place, SettingSource source) {
    return switch (source) {
      case SettingSource.CommandLine(List<String> flags) ->
          surroundings
              .settings()
              .onCommandLine(flags)
              .filter(use -> !takesItFrom(surroundings, use, place))
              .map(use -> use.text() + " on the command line");
      case SettingSource.InLine(ArgumentHome.OneLine home, String flag) ->
          inLine(surroundings, home, flag);
      case SettingSource.OtherVariable(String variable) ->
          Optional.of(variable).filter(surroundings.variables()::isSet).map("variable "::concat);
      case SettingSource.ConfigFile _ -> Optional.empty();
    };
  }

  private static boolean takesItFrom(Surroundings surroundings, FlagUse use, Placement place) {
    return switch (place) {
      case Placement.Variable variable -> use.refersTo(variable.variable());
      case Placement.Argument(String flag) ->
          switch (surroundings.runtime().arguments()) {
            case ArgumentHome.OneLine line -> use.refersTo(line.variable());
            case ArgumentHome.VariablePerFlag home -> use.refersTo(home.variable(flag));
            case ArgumentHome.Nowhere _ -> false;
          };
    };
  }

  private static Optional<String> inLine(
      Surroundings surroundings, ArgumentHome.OneLine home, String flag) {
    if (surroundings.budget().runtime().arguments().containsKey(flag)) {
      return Optional.of("spec.runtime.arguments." + flag);
    }
    return surroundings
        .variables()
        .value(home.variable())
        .flatMap(text -> valueIn(home, text, flag))
        .map(value -> "%s %s in %s".formatted(flag, value, home.variable()));
  }

  private static Optional<String> valueIn(ArgumentHome.OneLine home, String text, String flag) {
    try {
      return ArgumentLine.read(home, text).value(flag);
    } catch (MalformedLineException unreadable) {
      // The server refuses the line as a whole, which UnknownRuntimeSetting says.
      return Optional.empty();
    }
  }

  /** A script that sets the variable itself, unless it passes on what it was given. */
  private static Optional<String> assignment(Surroundings surroundings, Placement place) {
    return place instanceof Placement.Variable variable
        ? surroundings
            .settings()
            .assigned(variable.variable())
            .filter(use -> !use.refersTo(variable.variable()))
            .map(use -> use.text() + " on the command line")
        : Optional.empty();
  }
}
