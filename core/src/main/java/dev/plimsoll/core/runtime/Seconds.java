package dev.plimsoll.core.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A time that a server takes as an argument in seconds.
 *
 * @param flag the argument's long name without dashes
 * @param unset what the server uses where it is not given
 */
record Seconds(String flag, Duration unset) {

  static Seconds of(String flag, long unset) {
    return new Seconds(flag, Duration.ofSeconds(unset));
  }

  /** The time in force; an unreadable value is the server's to complain about. */
  Duration in(Map<String, String> arguments) {
    return Optional.ofNullable(arguments.get(flag))
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(unset);
  }
}
