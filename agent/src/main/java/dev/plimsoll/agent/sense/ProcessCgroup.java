package dev.plimsoll.agent.sense;

import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The memory cgroup that a process is in. */
public final class ProcessCgroup {
  private static final Path PROC = Path.of("/proc");

  private ProcessCgroup() {}

  /**
   * Opens it.
   *
   * @throws IOException where the process has ended, or its cgroup may not be read; on systems
   *     other than Linux always
   */
  public static MemoryCgroup open(long pid) throws IOException {
    String path = CgroupPath.ofMemory(Files.readString(PROC.resolve(pid + "/cgroup")));
    return MemoryCgroup.open(new CgroupLocator(PROC).locate(Math.toIntExact(pid), path));
  }

  /** The limit that it sets; empty where it sets none, or nothing is known of it. */
  public static Optional<Bytes> limitOf(long pid) {
    try (MemoryCgroup cgroup = open(pid)) {
      return cgroup
          .read()
          .map(memory -> memory.limit())
          .filter(limit -> MachineMemory.total().isMoreThan(limit));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
