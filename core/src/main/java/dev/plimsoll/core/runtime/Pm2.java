package dev.plimsoll.core.runtime;

import static dev.plimsoll.core.runtime.Flag.repeated;
import static dev.plimsoll.core.runtime.Flag.value;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * pm2 and plain Node: the heap by NODE_OPTIONS; WEB_CONCURRENCY counts where the application or its
 * ecosystem file reads it.
 */
record Pm2() implements RuntimeProfile {
  static final ArgumentHome.OneLine LINE =
      new ArgumentHome.OneLine(
          "NODE_OPTIONS",
          ArgumentHome.LineStyle.NODE,
          FlagCatalog.open(
              "[a-z][a-z0-9-]*",
              value("max-old-space-size"),
              value("max-semi-space-size"),
              repeated("require", "r"),
              repeated("import"),
              repeated("loader", "experimental-loader"),
              repeated("conditions", "C"),
              repeated("env-file")));

  @Override
  public String name() {
    return "pm2";
  }

  @Override
  public Set<String> programs() {
    return Set.of("pm2", "pm2-runtime", "pm2-docker", "node");
  }

  /** SIGINT is what pm2 itself ends an application by; one that ignores it drops its requests. */
  @Override
  public ProcessModel.MasterAndWorkers processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.child(Pm2::isApplication),
        Optional.of(Signal.INT),
        Optional.empty(),
        Optional.empty(),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER);
  }

  private static boolean isApplication(ProcessFacts child) {
    return child.arguments().stream().noneMatch(word -> word.contains("/.pm2/modules/"));
  }

  /** An application that node runs without pm2 is on its own. */
  @Override
  public Staffing staffing(ProcessFacts first) {
    return LaunchedProgram.isOneOf(Set.of("pm2", "pm2-runtime", "pm2-docker"), first)
        ? new Staffing.Workers(processes())
        : new Staffing.Alone();
  }

  @Override
  public ArgumentHome arguments() {
    return LINE;
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of(
        "workers", new Placement.Variable("WEB_CONCURRENCY", "{value}"),
        "heap", new Placement.Argument("max-old-space-size"));
  }

  /** pm2's kill_timeout of 1.6 seconds, rounded up. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(2);
  }

  /** Node reads its command line after NODE_OPTIONS; V8's flags may be spelled either way. */
  @Override
  public List<SettingSource> strongerThan(Placement place) {
    return place instanceof Placement.Argument(String flag)
        ? List.of(
            new SettingSource.CommandLine(List.of("--" + flag, "--" + flag.replace('-', '_'))))
        : List.of();
  }
}
