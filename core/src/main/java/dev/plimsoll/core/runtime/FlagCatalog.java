package dev.plimsoll.core.runtime;

import dev.plimsoll.core.runtime.Flag.Arity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The flags that a server understands.
 *
 * @param known the flags that are known by name
 * @param others the shape of names beyond those; empty where {@code known} is all there is
 * @param mistaken names that users take for flags of this server, each with what to do instead
 */
public record FlagCatalog(
    List<Flag> known, Optional<Pattern> others, Map<String, String> mistaken) {

  /** These flags and no others. */
  static FlagCatalog of(Flag... flags) {
    return new FlagCatalog(List.of(flags), Optional.empty(), Map.of());
  }

  /** Any name of this shape. */
  static FlagCatalog open(String shape, Flag... known) {
    return new FlagCatalog(List.of(known), Optional.of(Pattern.compile(shape)), Map.of());
  }

  FlagCatalog mistaking(Map<String, String> names) {
    return new FlagCatalog(known, others, Map.copyOf(names));
  }

  /** The flag of this long or short name, if the server has one. */
  public Optional<Flag> find(String name) {
    return known.stream()
        .filter(flag -> flag.isCalled(name))
        .findFirst()
        .or(() -> others.filter(shape -> shape.matcher(name).matches()).map(shape -> plain(name)));
  }

  /** The flag of this name, or a plain one where the server has none. */
  Flag findOrPlain(String name) {
    return find(name).orElseGet(() -> plain(name));
  }

  /**
   * Why an argument cannot be given to this server.
   *
   * @param name the argument's name without dashes
   * @param value its value; empty, or {@code true}, for a switch
   * @return what is wrong and what to do, or empty where nothing is
   */
  public Optional<String> refusal(String name, String value) {
    if (mistaken.containsKey(name)) {
      return Optional.of(mistaken.get(name));
    }
    return find(name).map(flag -> refusal(flag, name, value)).orElseGet(() -> unknown(name));
  }

  private Optional<String> refusal(Flag flag, String name, String value) {
    if (!flag.name().equals(name)) {
      return Optional.of("is short for " + flag.name() + ": write " + flag.name());
    }
    return switch (flag.arity()) {
      case REPEATED ->
          Optional.of("may occur several times, so it stays yours: set it in the workload itself");
      case SWITCH ->
          Set.of("", "true").contains(value)
              ? Optional.empty()
              : Optional.of("is a switch: give it \"\" or \"true\", or leave it out");
      case VALUE ->
          value.isBlank() && others.isEmpty()
              ? Optional.of("needs a value: give it one, or leave it out")
              : Optional.empty();
    };
  }

  private Optional<String> unknown(String name) {
    String dashed = name.replaceFirst("^-+", "").replace('_', '-');
    return Optional.of(
        find(dashed)
            .filter(flag -> !dashed.equals(name))
            .map(flag -> "is not an argument of this server: write " + flag.name())
            .orElse("is not an argument of this server: remove it, or check its spelling"));
  }

  private static Flag plain(String name) {
    return new Flag(name, Set.of(), Arity.VALUE);
  }
}
