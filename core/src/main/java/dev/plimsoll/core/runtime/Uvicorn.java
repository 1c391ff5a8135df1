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
 * uvicorn: every option has a variable UVICORN_OPTION, which its command line beats.
 * UVICORN_WORKERS beats WEB_CONCURRENCY, but only the latter also reaches an application that
 * starts uvicorn itself.
 */
record Uvicorn() implements RuntimeProfile {
  private static final ArgumentHome.VariablePerFlag HOME =
      new ArgumentHome.VariablePerFlag(
          "UVICORN_",
          FlagCatalog.of(
              value("workers"),
              value("limit-concurrency"),
              value("limit-max-requests"),
              value("limit-max-requests-jitter"),
              value("backlog"),
              value("timeout-keep-alive"),
              value("timeout-graceful-shutdown"),
              value("timeout-worker-healthcheck"),
              value("loop"),
              value("http"),
              value("ws"),
              value("ws-max-size"),
              value("ws-max-queue"),
              value("ws-ping-interval"),
              value("ws-ping-timeout"),
              value("ws-per-message-deflate"),
              value("lifespan"),
              value("interface"),
              value("log-level"),
              value("h11-max-incomplete-event-size"),
              toggle("access-log"),
              toggle("proxy-headers"),
              toggle("server-header"),
              toggle("date-header"),
              toggle("reset-contextvars")));

  private static final Map<String, Placement> PLACES =
      Map.of(
          "workers", new Placement.Variable("WEB_CONCURRENCY", "{value}"),
          "connections", new Placement.Argument("limit-concurrency"));

  /** What its process with workers handles besides, since it replaces them. */
  private static final Set<Signal> SUPERVISED = Set.of(Signal.HUP, Signal.TTIN, Signal.TTOU);

  /** A worker that ended was never replaced; told by the signals that came with replacing them. */
  private static final ProcessModel.MasterAndWorkers BEFORE_0_30 =
      new ProcessModel.MasterAndWorkers(
          WorkerMark.spawnedByMultiprocessing(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
          ProcessModel.OnKill.GOES_ON_WITHOUT,
          Duration.ZERO,
          Optional.of("from 0.30 on it has one: upgrade it"));

  @Override
  public String name() {
    return "uvicorn";
  }

  @Override
  public ProcessModel.MasterAndWorkers processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.spawnedByMultiprocessing(),
        Optional.of(Signal.TERM),
        Optional.of(Signal.TTOU),
        Optional.of(Signal.TTIN),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER);
  }

  /** FastAPI's own command starts uvicorn in its process. */
  @Override
  public Set<String> programs() {
    return Set.of("uvicorn", "fastapi");
  }

  /** An application may start uvicorn itself; one with workers shows by its signals. */
  @Override
  public boolean isRunBy(ProcessFacts process) {
    return LaunchedProgram.isOneOf(programs(), process)
        || LaunchedProgram.isOneOf(Set.of("python"), process)
            && SUPERVISED.stream().allMatch(process::handles)
            && !LaunchedProgram.isOneOf(Set.of("gunicorn"), process);
  }

  /**
   * Its workers look like the processes that an application starts for itself: what is asked for
   * decides, where signals do not show it.
   */
  @Override
  public Staffing staffing(ProcessFacts first) {
    if (first.handles(Signal.TTIN) || first.handled().isEmpty() && isAskedForWorkers(first)) {
      return new Staffing.Workers(processes());
    }
    return isAskedForWorkers(first) ? new Staffing.Workers(BEFORE_0_30) : new Staffing.Alone();
  }

  private static boolean isAskedForWorkers(ProcessFacts first) {
    CommandOptions options = new CommandOptions(first.arguments());
    String workers =
        options
            .value("--workers")
            .or(() -> Optional.ofNullable(first.variables().get(HOME.variable("workers"))))
            .or(() -> Optional.ofNullable(first.variables().get("WEB_CONCURRENCY")))
            .orElse("1");
    return !options.has("--reload") && !workers.equals("1");
  }

  @Override
  public Set<String> tellingVariables() {
    return Set.of(HOME.variable("workers"), "WEB_CONCURRENCY");
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
   * Without the option uvicorn waits for ever; Kubernetes ends that after 30 seconds by default.
   */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Seconds.of("timeout-graceful-shutdown", 30).in(arguments);
  }

  @Override
  public List<SettingSource> strongerThan(Placement place) {
    if (place.equals(PLACES.get("workers"))) {
      return List.of(
          new SettingSource.CommandLine(List.of("--workers")),
          new SettingSource.OtherVariable(HOME.variable("workers")));
    }
    return new VariablePrecedence(HOME).strongerThan(place);
  }
}
