package dev.plimsoll.core.spec;

import java.util.Optional;

/** What reading a text comes to: its value, or why it has none. */
public sealed interface Parsed<T> {

  /** The text is well formed. */
  record Value<T>(T value) implements Parsed<T> {}

  /**
   * The text is not well formed.
   *
   * @param problem what is wrong, to follow the field's name
   * @param remedy what to write instead
   */
  record Malformed<T>(String problem, String remedy) implements Parsed<T> {}

  /** The value, if there is one. */
  default Optional<T> toOptional() {
    return switch (this) {
      case Value<T>(T value) -> Optional.of(value);
      case Malformed<T> _ -> Optional.empty();
    };
  }
}
