package dev.plimsoll.core.runtime;

import static dev.plimsoll.core.runtime.Flag.toggle;
import static dev.plimsoll.core.runtime.Flag.value;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Granian: every option has a variable GRANIAN_OPTION, which its command line beats. */
record Granian() implements RuntimeProfile {
  private static final ArgumentHome.VariablePerFlag HOME =
      new ArgumentHome.VariablePerFlag(
          "GRANIAN_",
          FlagCatalog.of(
              value("workers"),
              value("blocking-threads"),
              value("blocking-threads-idle-timeout"),
              value("runtime-threads"),
              value("runtime-blocking-threads"),
              value("runtime-mode"),
              value("backlog"),
              value("backpressure"),
              value("http1-buffer-size"),
              value("workers-lifetime"),
              value("workers-max-rss"),
              value("workers-kill-timeout"),
              value("rss-sample-interval"),
              value("rss-samples"),
              value("respawn-interval"),
              toggle("respawn-failed-workers")));

  private static final Map<String, Placement> PLACES =
      Map.of(
          "workers", new Placement.Variable("GRANIAN_WORKERS", "{value}"),
          "threads", new Placement.Variable("GRANIAN_BLOCKING_THREADS", "{value}"),
          "connections", new Placement.Variable("GRANIAN_BACKPRESSURE", "{value}"));

  @Override
  public String name() {
    return "granian";
  }

  /**
   * A worker ends well on SIGTERM, but has a successor only under --respawn-failed-workers, which a
   * running Granian does not show; without it the whole server stops.
   */
  @Override
  public ProcessModel processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.titled(" worker-")
            .or(WorkerMark.spawnedByMultiprocessing())
            .or(WorkerMark.untitledFork()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STOPS);
  }

  @Override
  public ArgumentHome arguments() {
    return HOME;
  }

  @Override
  public Map<String, Placement> places() {
    return PLACES;
  }

  /**
   * Without the option Granian waits for ever; Kubernetes ends that after 30 seconds by default.
   */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Seconds.of("workers-kill-timeout", 30).in(arguments);
  }

  @Override
  public boolean recyclesWithOverlap(Map<String, String> arguments) {
    return arguments.containsKey("workers-lifetime") || arguments.containsKey("workers-max-rss");
  }

  @Override
  public List<SettingSource> strongerThan(Placement place) {
    return new VariablePrecedence(HOME).strongerThan(place);
  }
}
