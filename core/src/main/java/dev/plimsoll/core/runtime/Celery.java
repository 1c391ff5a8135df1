package dev.plimsoll.core.runtime;

import static dev.plimsoll.core.runtime.Flag.toggle;
import static dev.plimsoll.core.runtime.Flag.value;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Celery's worker: every option has a variable CELERY_WORKER_OPTION, which its command line beats.
 * Left alone it starts as many processes as the node has CPUs, whatever the container's limit.
 */
record Celery() implements RuntimeProfile {
  private static final ArgumentHome.VariablePerFlag HOME =
      new ArgumentHome.VariablePerFlag(
          "CELERY_WORKER_",
          FlagCatalog.of(
              value("concurrency", "c"),
              value("pool", "P"),
              value("autoscale"),
              value("prefetch-multiplier"),
              value("max-tasks-per-child"),
              value("max-memory-per-child"),
              value("time-limit"),
              value("soft-time-limit"),
              value("optimization", "O"),
              value("heartbeat-interval"),
              toggle("disable-prefetch"),
              toggle("without-gossip"),
              toggle("without-mingle"),
              toggle("without-heartbeat")));

  private static final Placement CONCURRENCY =
      new Placement.Variable("CELERY_WORKER_CONCURRENCY", "{value}");

  @Override
  public String name() {
    return "celery";
  }

  @Override
  public Set<String> programs() {
    return Set.of("celery", "celeryd");
  }

  /** No signal lets a pool process end after its task; the pool is sized through the broker. */
  @Override
  public ProcessModel.MasterAndWorkers processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.titled("PoolWorker").or(WorkerMark.untitledFork()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER);
  }

  /** Only the prefork pool has processes; without titles a beat in the same server is one more. */
  @Override
  public Staffing staffing(ProcessFacts first) {
    CommandOptions options = new CommandOptions(first.arguments());
    boolean beats = options.has("-B") || options.has("--beat");
    return beats && first.title().isEmpty()
        ? new Staffing.Unclear(
            "Celery's pool processes cannot be told from its beat: install setproctitle, or run"
                + " celery beat on its own")
        : new Staffing.WhateverRuns(processes());
  }

  @Override
  public ArgumentHome arguments() {
    return HOME;
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of("workers", CONCURRENCY, "concurrency", CONCURRENCY);
  }

  /** A warm shutdown waits for the task; Kubernetes ends that after 30 seconds by default. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(30);
  }

  @Override
  public List<SettingSource> strongerThan(Placement place) {
    return new VariablePrecedence(HOME).strongerThan(place);
  }
}
