package dev.plimsoll.core.runtime;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A flag that a server knows.
 *
 * @param name its long name without dashes
 * @param otherNames further names without dashes; a single letter is a short one
 * @param arity what follows it
 */
public record Flag(String name, Set<String> otherNames, Arity arity) {
  /** What follows a flag. */
  public enum Arity {
    /** One value; of several occurrences the last one counts. */
    VALUE,
    /** Nothing. */
    SWITCH,
    /** One value, and every occurrence counts. */
    REPEATED
  }

  static Flag value(String name, String... otherNames) {
    return new Flag(name, Set.of(otherNames), Arity.VALUE);
  }

  static Flag toggle(String name, String... otherNames) {
    return new Flag(name, Set.of(otherNames), Arity.SWITCH);
  }

  static Flag repeated(String name, String... otherNames) {
    return new Flag(name, Set.of(otherNames), Arity.REPEATED);
  }

  boolean isCalled(String candidate) {
    return name.equals(candidate) || otherNames.contains(candidate);
  }

  /** Every way to write it on a command line, dashes included. */
  List<String> spellings() {
    return Stream.concat(Stream.of(name), otherNames.stream().sorted())
        .map(ShellSyntax::dashed)
        .toList();
  }

  boolean takesValue() {
    return arity != Arity.SWITCH;
  }
}
