package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Any other program: its knobs name the variables that it reads. */
record Generic() implements RuntimeProfile {

  @Override
  public String name() {
    return "generic";
  }

  @Override
  public Set<String> programs() {
    return Set.of();
  }

  @Override
  public ArgumentHome arguments() {
    return new ArgumentHome.Nowhere(
        "cannot be given: a generic runtime has no variable for arguments; set spec.runtime.type, or declare a knob with env");
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of();
  }

  /** Kubernetes ends a container after 30 seconds by default. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(30);
  }
}
