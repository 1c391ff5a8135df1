package dev.plimsoll.core.runtime;

import static dev.plimsoll.core.runtime.Flag.value;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * uWSGI: any option can be given as UWSGI_OPTION; its command line and its ini file beat that. It
 * has some thousand options, so any well-formed name is accepted.
 */
record Uwsgi() implements RuntimeProfile {
  private static final ArgumentHome.VariablePerFlag HOME =
      new ArgumentHome.VariablePerFlag(
          "UWSGI_",
          FlagCatalog.open(
              "[a-z][a-z0-9-]*", value("workers", "processes", "p"), value("threads")));

  private static final Map<String, Placement> PLACES =
      Map.of(
          "workers", new Placement.Variable("UWSGI_WORKERS", "{value}"),
          "threads", new Placement.Variable("UWSGI_THREADS", "{value}"));

  @Override
  public String name() {
    return "uwsgi";
  }

  /** Debian's packages name the program after its language. */
  @Override
  public Set<String> programs() {
    return Set.of("uwsgi", "uwsgi_python", "uwsgi-core");
  }

  /** SIGHUP to a worker lets it finish; SIGTERM and SIGINT end it at once. */
  @Override
  public ProcessModel.MasterAndWorkers processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.titled("uWSGI worker").or(WorkerMark.handling(Signal.WINCH)),
        Optional.of(Signal.HUP),
        Optional.empty(),
        Optional.empty(),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER);
  }

  /**
   * Without {@code auto-procname} all its processes look alike, but for their signals: a worker
   * alone handles WINCH, and a first process handles QUIT only where it is a master. Seen on 2.0.21
   * with routers, mules, spoolers and daemons beside the workers.
   */
  @Override
  public Staffing staffing(ProcessFacts first) {
    if (first.title().isPresent()) {
      return first.title().get().contains("master")
          ? new Staffing.Workers(processes())
          : new Staffing.Alone();
    }
    if (first.handled().isEmpty()) {
      return new Staffing.Unclear(
          "uWSGI's workers cannot be told from its mules, spoolers and routers, since /proc does not"
              + " show their signals: set UWSGI_AUTO_PROCNAME=true, or auto-procname in its"
              + " configuration");
    }
    return first.handles(Signal.QUIT) ? new Staffing.Workers(processes()) : new Staffing.Alone();
  }

  @Override
  public ArgumentHome arguments() {
    return HOME;
  }

  @Override
  public Map<String, Placement> places() {
    return PLACES;
  }

  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Seconds.of("worker-reload-mercy", 60).in(arguments);
  }

  @Override
  public Optional<Duration> requestTimeout(Map<String, String> arguments) {
    return Optional.of(Seconds.of("harakiri", 0).in(arguments)).filter(Duration::isPositive);
  }

  @Override
  public List<SettingSource> strongerThan(Placement place) {
    return Stream.concat(
            new VariablePrecedence(HOME).strongerThan(place).stream(),
            Stream.of(new SettingSource.ConfigFile("the ini file")))
        .toList();
  }
}
