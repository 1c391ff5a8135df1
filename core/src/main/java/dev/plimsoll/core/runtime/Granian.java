package dev.plimsoll.core.runtime;

import static dev.plimsoll.core.runtime.Flag.toggle;
import static dev.plimsoll.core.runtime.Flag.value;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Granian: every option has a variable GRANIAN_OPTION, which its command line beats. */
record Granian() implements RuntimeProfile {
  /** A worker that ends within 5.5 s of its start is a crash loop, on which Granian stops. */
  private static final Duration BETWEEN_ENDS = Duration.ofSeconds(6);

  private static final String RESPAWN = "respawn-failed-workers";

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
              toggle(RESPAWN)));

  private static final Map<String, Placement> PLACES =
      Map.of(
          "workers", new Placement.Variable("GRANIAN_WORKERS", "{value}"),
          "threads", new Placement.Variable("GRANIAN_BLOCKING_THREADS", "{value}"),
          "connections", new Placement.Variable("GRANIAN_BACKPRESSURE", "{value}"));

  @Override
  public String name() {
    return "granian";
  }

  /** Without --respawn-failed-workers the whole server stops when one worker ends. */
  @Override
  public ProcessModel.MasterAndWorkers processes() {
    return model(
        Optional.empty(),
        ProcessModel.OnKill.STOPS,
        Optional.of("it has one with GRANIAN_RESPAWN_FAILED_WORKERS=true"));
  }

  private static ProcessModel.MasterAndWorkers model(
      Optional<Signal> retire, ProcessModel.OnKill onKill, Optional<String> remedy) {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.titled(" worker-")
            .or(WorkerMark.spawnedByMultiprocessing())
            .or(WorkerMark.untitledFork()),
        retire,
        Optional.empty(),
        Optional.empty(),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        onKill,
        BETWEEN_ENDS,
        remedy);
  }

  @Override
  public Staffing staffing(ProcessFacts first) {
    boolean respawns =
        new CommandOptions(first.arguments()).has("--" + RESPAWN)
            || Set.of("true", "1", "yes", "on", "t", "y")
                .contains(
                    first
                        .variables()
                        .getOrDefault(HOME.variable(RESPAWN), "")
                        .toLowerCase(Locale.ROOT));
    return new Staffing.Workers(
        respawns
            ? model(Optional.of(Signal.TERM), ProcessModel.OnKill.STARTS_ANOTHER, Optional.empty())
            : processes());
  }

  @Override
  public Set<String> tellingVariables() {
    return Set.of(HOME.variable(RESPAWN));
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
