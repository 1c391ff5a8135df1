package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Unicorn reads nothing from the environment: its knobs name the variables that its configuration
 * file reads.
 */
record Unicorn() implements RuntimeProfile {

  @Override
  public String name() {
    return "unicorn";
  }

  @Override
  public Set<String> programs() {
    return Set.of("unicorn", "unicorn_rails");
  }

  @Override
  public ProcessModel processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.titled(" worker["),
        Optional.of(Signal.QUIT),
        Optional.of(Signal.TTOU),
        Optional.of(Signal.TTIN),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER);
  }

  @Override
  public ArgumentHome arguments() {
    return new ArgumentHome.Nowhere(
        "cannot be given: Unicorn reads no arguments from the environment; set it in its configuration file");
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of();
  }

  /** Unicorn's timeout where its configuration file does not set it. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(60);
  }
}
