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

  /** A worker that ended was never replaced; told by the signals that came with replacing them. */
  private static final ProcessModel.MasterAndWorkers BEFORE_0_30 =
      new ProcessModel.MasterAndWorkers(
          WorkerMark.spawnedByMultiprocessing(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
          ProcessModel.OnKill.GOES_ON_WITHOUT);

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

  /** Its workers look like the processes that an application starts for itself. */
  @Override
  public Staffing staffing(ProcessFacts first) {
    CommandOptions options = new CommandOptions(first.arguments());
    String workers =
        options
            .value("--workers")
            .or(() -> Optional.ofNullable(first.variables().get(HOME.variable("workers"))))
            .or(() -> Optional.ofNullable(first.variables().get("WEB_CONCURRENCY")))
            .orElse("1");
    if (options.has("--reload") || workers.equals("1")) {
      return new Staffing.Alone();
    }
    return new Staffing.Workers(
        first.handled().isEmpty() || first.handles(Signal.TTIN) ? processes() : BEFORE_0_30);
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
