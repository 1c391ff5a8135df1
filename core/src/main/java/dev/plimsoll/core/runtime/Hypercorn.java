package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Hypercorn reads nothing from the environment: its knobs name the variables that the start command
 * uses.
 */
record Hypercorn() implements RuntimeProfile {

  @Override
  public String name() {
    return "hypercorn";
  }

  /** A worker's SIGTERM, like its death, ends the whole server: there is nothing to recycle by. */
  @Override
  public ProcessModel.MasterAndWorkers processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.spawnedByMultiprocessing(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STOPS);
  }

  @Override
  public Staffing staffing(ProcessFacts first) {
    return new CommandOptions(first.arguments())
            .value("--workers", "-w")
            .filter(workers -> workers.equals("0"))
            .isPresent()
        ? new Staffing.Alone()
        : new Staffing.Workers(processes());
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
