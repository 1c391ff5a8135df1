package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * RQ has no variable for its number of workers: its knobs name the one that the start command uses.
 */
record Rq() implements RuntimeProfile {

  @Override
  public String name() {
    return "rq";
  }

  @Override
  public ProcessModel.MasterAndWorkers processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.titled("rq:worker:").or(WorkerMark.untitledFork()),
        Optional.of(Signal.TERM),
        Optional.empty(),
        Optional.empty(),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER);
  }

  /** A plain worker starts a process for each job, which gives its memory back by itself. */
  @Override
  public Staffing staffing(ProcessFacts first) {
    return new CommandOptions(first.arguments()).has("worker-pool")
        ? new Staffing.Workers(processes())
        : new Staffing.Alone();
  }

  @Override
  public ArgumentHome arguments() {
    return new ArgumentHome.Nowhere(
        "cannot be given: RQ reads no arguments from the environment; put it in the start command");
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of();
  }

  /** A worker finishes its job first; Kubernetes ends that after 30 seconds by default. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(30);
  }
}
