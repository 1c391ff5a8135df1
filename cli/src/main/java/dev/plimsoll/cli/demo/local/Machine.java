package dev.plimsoll.cli.demo.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** What this demonstration runs on. */
final class Machine {
  private Machine() {}

  /** For people. */
  static String description() {
    return "%s %s, %d CPUs, cgroup %s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.getRuntime().availableProcessors(),
            Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers")) ? "v2" : "v1");
  }
}
