package dev.plimsoll.core.runtime;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sidekiq: threads by RAILS_MAX_THREADS, processes (under its swarm) by SIDEKIQ_COUNT; its command
 * line and config/sidekiq.yml beat both.
 */
record Sidekiq() implements RuntimeProfile {
  private static final Placement THREADS = new Placement.Variable("RAILS_MAX_THREADS", "{value}");

  @Override
  public String name() {
    return "sidekiq";
  }

  @Override
  public Set<String> programs() {
    return Set.of("sidekiq", "sidekiqswarm");
  }

  @Override
  public ArgumentHome arguments() {
    return new ArgumentHome.Nowhere(
        "cannot be given: Sidekiq reads no arguments from the environment; set it in"
            + " config/sidekiq.yml");
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of(
        "workers", new Placement.Variable("SIDEKIQ_COUNT", "{value}"),
        "threads", THREADS,
        "concurrency", THREADS);
  }

  /** Sidekiq's own timeout where its command line does not set it. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(25);
  }

  @Override
  public List<SettingSource> strongerThan(Placement place) {
    return place.equals(THREADS)
        ? List.of(
            new SettingSource.CommandLine(List.of("--concurrency", "-c")),
            new SettingSource.ConfigFile("concurrency in config/sidekiq.yml"))
        : List.of();
  }
}
