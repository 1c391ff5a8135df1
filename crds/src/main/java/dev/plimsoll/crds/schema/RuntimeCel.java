package dev.plimsoll.crds.schema;

import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.Flag;
import dev.plimsoll.core.runtime.Flag.Arity;
import dev.plimsoll.core.runtime.FlagCatalog;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the runtime profiles know, as CEL. Where a runtime's type is asked for, it is given. */
final class RuntimeCel {
  private final String type;

  /**
   * @param type the expression that holds the runtime's type
   */
  RuntimeCel(String type) {
    this.type = type;
  }

  /** Whether the server reads arguments from the environment at all. */
  String takesArguments() {
    List<String> without =
        profiles()
            .filter(profile -> profile.arguments() instanceof ArgumentHome.Nowhere)
            .map(RuntimeProfile::name)
            .toList();
    return "!(" + type + " in " + Cel.list(without) + ")";
  }

  /** Whether the server has an argument of this name that may be given once. */
  String knows(String argument) {
    return forEachCatalog(catalog -> known(catalog, argument));
  }

  /** Whether a value fits an argument: a switch has none, others have one. */
  String fits(String argument, String value) {
    return forEachCatalog(
        catalog -> {
          String isSwitch = value + " in ['', 'true']";
          String isValue = catalog.others().isPresent() ? "true" : value + ".trim() != ''";
          return "(%s in %s ? %s : %s)"
              .formatted(argument, Cel.list(names(catalog, Arity.SWITCH)), isSwitch, isValue);
        });
  }

  /** The variable of an argument, or the argument with dashes where a line holds them all. */
  String placeOfArgument(String argument) {
    SortedMap<String, String> prefixes = new TreeMap<>();
    profiles()
        .forEach(
            profile -> {
              if (profile.arguments() instanceof ArgumentHome.VariablePerFlag home) {
                prefixes.put(profile.name(), home.prefix());
              }
            });
    String byType = Cel.map(prefixes);
    return "(%1$s in %2$s ? %2$s[%1$s] + %3$s.upperAscii().replace('-', '_') : '--' + %3$s)"
        .formatted(type, byType, argument);
  }

  /** Whether the runtime itself has a place for a knob of this name. */
  String hasPlaceFor(String knob) {
    return "(%s + '/' + %s) in %s".formatted(type, knob, Cel.list(ownPlaces().keySet()));
  }

  /** The runtime's own place for a knob of this name, or nothing. */
  String placeFor(String knob) {
    String places = Cel.map(ownPlaces());
    return "(%1$s ? %2$s[%3$s + '/' + %4$s] : '')".formatted(hasPlaceFor(knob), places, type, knob);
  }

  /** Variables that hold a line of flags for some server. */
  static List<String> lines() {
    return profiles()
        .map(RuntimeProfile::arguments)
        .flatMap(
            home -> home instanceof ArgumentHome.OneLine line ? Stream.of(line) : Stream.empty())
        .map(ArgumentHome.OneLine::variable)
        .toList();
  }

  private static SortedMap<String, String> ownPlaces() {
    SortedMap<String, String> places = new TreeMap<>();
    profiles()
        .forEach(
            profile ->
                profile
                    .places()
                    .forEach(
                        (knob, place) ->
                            places.put(profile.name() + "/" + knob, text(profile, place))));
    return places;
  }

  private static String text(RuntimeProfile profile, Placement place) {
    return switch (place) {
      case Placement.Variable variable -> variable.variable();
      case Placement.Argument(String flag) ->
          profile.arguments() instanceof ArgumentHome.VariablePerFlag home
              ? home.variable(flag)
              : "--" + flag;
    };
  }

  private String forEachCatalog(Function<FlagCatalog, String> condition) {
    return profiles()
        .flatMap(
            profile ->
                catalog(profile.arguments()).stream()
                    .map(
                        catalog ->
                            "(%s != '%s' || %s)"
                                .formatted(type, profile.name(), condition.apply(catalog))))
        .collect(Collectors.joining(" && "));
  }

  private static Optional<FlagCatalog> catalog(ArgumentHome home) {
    return switch (home) {
      case ArgumentHome.OneLine line -> Optional.of(line.flags());
      case ArgumentHome.VariablePerFlag variables -> Optional.of(variables.flags());
      case ArgumentHome.Nowhere _ -> Optional.empty();
    };
  }

  private static String known(FlagCatalog catalog, String argument) {
    List<String> once =
        catalog.known().stream()
            .filter(flag -> flag.arity() != Arity.REPEATED)
            .map(Flag::name)
            .filter(name -> !catalog.mistaken().containsKey(name))
            .toList();
    if (catalog.others().isEmpty()) {
      return argument + " in " + Cel.list(once);
    }
    List<String> never =
        Stream.of(
                catalog.known().stream().flatMap(flag -> flag.otherNames().stream()),
                names(catalog, Arity.REPEATED).stream(),
                catalog.mistaken().keySet().stream())
            .flatMap(names -> names)
            .toList();
    return "(%s || %s in %s) && !(%s in %s)"
        .formatted(
            Cel.matches(argument, catalog.others().get().pattern()),
            argument,
            Cel.list(once),
            argument,
            Cel.list(never));
  }

  private static List<String> names(FlagCatalog catalog, Arity arity) {
    return catalog.known().stream().filter(flag -> flag.arity() == arity).map(Flag::name).toList();
  }

  private static Stream<RuntimeProfile> profiles() {
    return RuntimeProfiles.names().stream().map(RuntimeProfiles::named).flatMap(Optional::stream);
  }
}
