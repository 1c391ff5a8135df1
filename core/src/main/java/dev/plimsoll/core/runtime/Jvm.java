package dev.plimsoll.core.runtime;

import static dev.plimsoll.core.runtime.Flag.repeated;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JVM, with Spring Boot's names for pool and threads. The java command line beats
 * JAVA_TOOL_OPTIONS; system properties and arguments beat Spring's variables.
 */
record Jvm() implements RuntimeProfile {
  static final ArgumentHome.OneLine LINE =
      new ArgumentHome.OneLine(
          "JAVA_TOOL_OPTIONS",
          ArgumentHome.LineStyle.JVM,
          FlagCatalog.open(
              "X[a-z][\\w:+=,-]*|XX:[+-]?\\w+|D[\\w.-]+",
              repeated("javaagent"),
              repeated("agentlib"),
              repeated("agentpath"),
              repeated("-add-opens"),
              repeated("-add-exports")));

  private static final Placement HEAP = new Placement.Variable("JAVA_TOOL_OPTIONS", "-Xmx{value}m");

  @Override
  public String name() {
    return "jvm";
  }

  @Override
  public Set<String> programs() {
    return Set.of("java");
  }

  @Override
  public ArgumentHome arguments() {
    return LINE;
  }

  @Override
  public Map<String, Placement> places() {
    return Map.of(
        "heap", HEAP,
        "pool", new Placement.Variable("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "{value}"),
        "threads", new Placement.Variable("SERVER_TOMCAT_THREADS_MAX", "{value}"));
  }

  /** Spring Boot's time for each phase of its shutdown. */
  @Override
  public Duration gracefulTimeout(Map<String, String> arguments) {
    return Duration.ofSeconds(30);
  }

  @Override
  public List<SettingSource> strongerThan(Placement place) {
    return place.equals(HEAP)
        ? List.of(new SettingSource.CommandLine(List.of("-Xmx", "-XX:MaxHeapSize")))
        : List.of();
  }
}
