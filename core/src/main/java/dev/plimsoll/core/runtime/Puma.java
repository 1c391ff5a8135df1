package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puma reads WEB_CONCURRENCY itself; its command line and config/puma.rb beat that. Threads go to
 * RAILS_MAX_THREADS, which the config/puma.rb that Rails writes reads; without Rails name
 * PUMA_MAX_THREADS in the knob.
 */
record Puma() implements RuntimeProfile {
  private static final Placement WORKERS = new Placement.Variable("WEB_CONCURRENCY", "{value}");
  private static final Placement THREADS = new Placement.Variable("RAILS_MAX_THREADS", "{value}");

  @Override
  public String name() {
    return "puma";
  }

  @Override
  public ProcessModel.MasterAndWorkers processes() {
    return new ProcessModel.MasterAndWorkers(
        WorkerMark.titled("puma: cluster worker").or(Puma::namesAsItsMaster),
        Optional.of(Signal.TERM),
        Optional.of(Signal.TTOU),
        Optional.of(Signal.TTIN),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER);
  }

  /**
   * With {@code fork_worker} most workers are children of the first one, or orphans once that has
   * ended; each says whose it is, as in {@code puma: cluster worker 1: 7 [app]}.
   */
  private static boolean namesAsItsMaster(ProcessFacts master, ProcessFacts process) {
    return process
        .title()
        .filter(title -> title.matches("puma: cluster worker \\d+: " + master.pid() + "( .*)?"))
        .isPresent();
  }

  /** Without workers Puma serves from its only process, which is titled alike. */
  @Override
  public Staffing staffing(ProcessFacts first) {
    return new Staffing.WhateverRuns(processes());
  }

  @Override
  public ArgumentHome arguments() {
    return new ArgumentHome.Nowhere(
        "cannot be given: Puma reads no arguments from the environment; set it in config/puma.rb");
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of("workers", WORKERS, "threads", THREADS);
  }

  /** Puma's worker_shutdown_timeout where config/puma.rb does not set it. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(30);
  }

  @Override
  public List<SettingSource> strongerThan(Placement place) {
    if (place.equals(WORKERS)) {
      return List.of(
          new SettingSource.CommandLine(List.of("--workers", "-w")),
          new SettingSource.ConfigFile("workers in config/puma.rb"));
    }
    return place.equals(THREADS)
        ? List.of(new SettingSource.CommandLine(List.of("--threads", "-t")))
        : List.of();
  }
}
