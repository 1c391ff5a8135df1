package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.ContainerMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The memory cgroup of one container, its files kept open. */
public sealed interface MemoryCgroup extends AutoCloseable permits CgroupV1, CgroupV2 {

  /**
   * Opens the cgroup in this directory, of whichever version it is.
   *
   * @throws IOException where there is none, or it may not be read
   */
  static MemoryCgroup open(Path directory) throws IOException {
    return Files.exists(directory.resolve("memory.usage_in_bytes"))
        ? new CgroupV1(directory)
        : new CgroupV2(directory);
  }

  /** What it holds now; empty once the cgroup is gone. */
  Optional<ContainerMemory> read();

  /** How long tasks wait for memory; empty where the kernel does not tell. */
  Optional<Pressure> pressure();

  /** Whether one kill takes every process of the cgroup. */
  boolean killsAsGroup();

  @Override
  void close();

  /** A field's name as the kernel writes it. */
  static byte[] key(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
