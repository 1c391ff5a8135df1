package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.util.List;
import java.util.Optional;

/** The common case of a server whose command line beats one variable per argument. */
record VariablePrecedence(ArgumentHome.VariablePerFlag home) {

  /** The command line's spelling of what a place sets, if the place is one of this server's. */
  List<SettingSource> strongerThan(Placement place) {
    return flagOf(place)
        .map(flag -> new SettingSource.CommandLine(home.flags().findOrPlain(flag).spellings()))
        .<List<SettingSource>>map(List::of)
        .orElseGet(List::of);
  }

  private Optional<String> flagOf(Placement place) {
    return switch (place) {
      case Placement.Argument argument -> Optional.of(argument.flag());
      case Placement.Variable variable ->
          home.flags().known().stream()
              .map(Flag::name)
              .filter(flag -> home.variable(flag).equals(variable.variable()))
              .findFirst();
    };
  }
}
