package dev.plimsoll.core.runtime;

import static dev.plimsoll.core.runtime.Flag.repeated;
import static dev.plimsoll.core.runtime.Flag.value;

import dev.plimsoll.core.model.Placement;
import java.time.Duration;
import java.util.Map;

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
}
