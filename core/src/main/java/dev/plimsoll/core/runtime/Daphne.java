package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.Map;

/** Daphne is a single process that reads nothing from the environment. */
record Daphne() implements RuntimeProfile {

  @Override
  public String name() {
    return "daphne";
  }

  @Override
  public ArgumentHome arguments() {
    return new ArgumentHome.Nowhere(
        "cannot be given: Daphne reads no arguments from the environment; put it in the start command");
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of();
  }

  /** Daphne's --application-close-timeout where the start command does not set it. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(10);
  }
}
