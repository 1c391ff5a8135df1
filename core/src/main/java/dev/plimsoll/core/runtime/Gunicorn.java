package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * gunicorn. Its command line beats GUNICORN_CMD_ARGS, which beats the configuration file, which
 * beats WEB_CONCURRENCY; an unknown flag in GUNICORN_CMD_ARGS stops it from starting.
 */
record Gunicorn() implements RuntimeProfile {
  private static final ArgumentHome.OneLine LINE =
      new ArgumentHome.OneLine(
          "GUNICORN_CMD_ARGS", ArgumentHome.LineStyle.SHELL, GunicornFlags.CATALOG);

  private static final Map<String, Placement> PLACES =
      Map.of(
          "workers", new Placement.Variable("WEB_CONCURRENCY", "{value}"),
          "threads", new Placement.Argument("threads"),
          "connections", new Placement.Argument("worker-connections"));

  @Override
  public String name() {
    return "gunicorn";
  }

  @Override
  public ProcessModel processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.titled("gunicorn: worker").or(WorkerMark.untitledFork()),
        Optional.of(Signal.TERM),
        Optional.of(Signal.TTOU),
        Optional.of(Signal.TTIN),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER);
  }

  @Override
  public ArgumentHome arguments() {
    return LINE;
  }

  @Override
  public Map<String, Placement> places() {
    return PLACES;
  }

  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Seconds.of("graceful-timeout", 30).in(arguments);
  }

  /** Only sync workers: the others report that they are alive while they work. */
  @Override
  public Optional<Duration> requestTimeout(Map<String, String> arguments) {
    return Optional.of(Seconds.of("timeout", 30).in(arguments))
        .filter(timeout -> timeout.isPositive() && isSync(arguments));
  }

  @Override
  public List<SettingSource> strongerThan(Placement place) {
    return switch (place) {
      case Placement.Variable variable when variable.variable().equals("WEB_CONCURRENCY") ->
          List.of(
              new SettingSource.CommandLine(List.of("--workers", "-w")),
              new SettingSource.InLine(LINE, "workers"),
              new SettingSource.ConfigFile("workers in gunicorn.conf.py"));
      case Placement.Variable _ -> List.of();
      case Placement.Argument argument ->
          List.of(
              new SettingSource.CommandLine(
                  GunicornFlags.CATALOG.findOrPlain(argument.flag()).spellings()));
    };
  }

  @Override
  public Optional<String> whyIdle(String name, Map<String, String> arguments) {
    return switch (name) {
      case "worker-connections" ->
          isSync(arguments)
              ? Optional.of("sync workers take one connection at a time: use gthread or gevent")
              : Optional.empty();
      case "keep-alive" ->
          isSync(arguments)
              ? Optional.of("sync workers keep no connection alive: use gthread or gevent")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** More than one thread turns sync, the default, into gthread. */
  private static boolean isSync(Map<String, String> arguments) {
    return arguments.getOrDefault("worker-class", "sync").equals("sync")
        && Set.of("", "0", "1").contains(arguments.getOrDefault("threads", ""));
  }
}
