package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * PHP-FPM takes a variable only where its configuration says so, as in pm.max_children = ${VAR}:
 * its knobs name that variable.
 */
record PhpFpm() implements RuntimeProfile {

  @Override
  public String name() {
    return "php-fpm";
  }

  @Override
  public ProcessModel processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.titled("php-fpm: pool"),
        Optional.of(Signal.QUIT),
        Optional.empty(),
        Optional.empty(),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER);
  }

  @Override
  public ArgumentHome arguments() {
    return new ArgumentHome.Nowhere(
        "cannot be given: PHP-FPM reads no arguments from the environment; set it in the pool file");
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of();
  }

  /** A child finishes its request first; Kubernetes ends that after 30 seconds by default. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(30);
  }
}
