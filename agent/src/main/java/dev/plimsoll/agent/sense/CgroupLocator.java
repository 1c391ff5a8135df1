package dev.plimsoll.agent.sense;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the directory of a process's memory cgroup: in the hierarchy as that process mounts it,
 * which a sidecar reaches through {@code /proc/PID/root}, else as the agent itself does.
 */
final class CgroupLocator {
  private final Path proc;

  CgroupLocator(Path proc) {
    this.proc = proc;
  }

  /**
   * The directory.
   *
   * @param cgroup the process's path in the hierarchy
   * @throws IOException where none is found; its message says where it was looked for
   */
  Path locate(int pid, String cgroup) throws IOException {
    List<Path> tried = new ArrayList<>();
    Path process = proc.resolve(Integer.toString(pid));
    for (Path root : List.of(process.resolve("root"), Path.of("/"))) {
      Path mounts = root.startsWith(proc) ? process : proc.resolve("self");
      for (Path directory : candidates(mounts, root, cgroup)) {
        if (isMemoryCgroup(directory)) {
          return directory;
        }
        tried.add(directory);
      }
    }
    throw new IOException(
        "the memory cgroup of process "
            + pid
            + " is not readable here (looked at "
            + tried
            + "): run the agent as the application's user, and mount /sys/fs/cgroup");
  }

  private static List<Path> candidates(Path process, Path root, String cgroup) {
    String mounts;
    try {
      mounts = Files.readString(process.resolve("mountinfo"));
    } catch (IOException _) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    for (String line : mounts.split("\n")) {
      String[] words = line.split(" ");
      int dash = line.indexOf(" - ");
      if (words.length < 5 || dash < 0) {
        continue;
      }
      String[] kind = line.substring(dash + 3).split(" ");
      boolean version1 = kind[0].equals("cgroup") && kind[kind.length - 1].endsWith("memory");
      boolean version1Within =
          kind[0].equals("cgroup") && kind[kind.length - 1].contains("memory,");
      if (version1 || version1Within) {
        found.addFirst(below(root, words[4], words[3], cgroup));
      } else if (kind[0].equals("cgroup2")) {
        found.add(below(root, words[4], words[3], cgroup));
      }
    }
    return found;
  }

  /** A mount shows the hierarchy from some cgroup on: a container's own, or the machine's root. */
  private static Path below(Path root, String mountPoint, String mounted, String cgroup) {
    Path mount = root.resolve(mountPoint.substring(1));
    if (mounted.equals("/")) {
      return mount.resolve(cgroup.substring(1));
    }
    if (cgroup.equals(mounted)) {
      return mount;
    }
    return cgroup.startsWith(mounted + "/")
        ? mount.resolve(cgroup.substring(mounted.length() + 1))
        : mount;
  }

  private static boolean isMemoryCgroup(Path directory) {
    return Files.isReadable(directory.resolve("memory.usage_in_bytes"))
        || Files.isReadable(directory.resolve("memory.current"));
  }
}
