package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.Map;

/**
 * Hypercorn reads nothing from the environment: its knobs name the variables that the start command
 * uses.
 */
record Hypercorn() implements RuntimeProfile {

  @Override
  public String name() {
    return "hypercorn";
  }

  @Override
  public ArgumentHome arguments() {
    return new ArgumentHome.Nowhere(
        "cannot be given: Hypercorn reads no arguments from the environment; put it in the start command");
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of();
  }

  /** Hypercorn's --graceful-timeout where the start command does not set it. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(3);
  }
}
