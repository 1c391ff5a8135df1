package dev.plimsoll.agent.sense;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    for (View view : List.of(View.through(process), View.ours(proc))) {
      for (Path directory : view.candidates(cgroup)) {
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

  /**
   * The hierarchies as one process mounts them.
   *
   * @param mounts its mountinfo
   * @param root of its file system, as the agent reaches it
   */
  private record View(Path mounts, Path root, Owner owner) {

    /** Whose eyes they are. */
    private enum Owner {
      /** The process's: a mount that shows some cgroup alone shows its. */
      ITS_OWN,
      /** The agent's: such a mount shows the agent's, and never stands for the process's. */
      OURS
    }

    static View through(Path process) {
      return new View(process.resolve("mountinfo"), process.resolve("root"), Owner.ITS_OWN);
    }

    static View ours(Path proc) {
      return new View(proc.resolve("self").resolve("mountinfo"), Path.of("/"), Owner.OURS);
    }

    List<Path> candidates(String cgroup) {
      String lines;
      try {
        lines = Files.readString(mounts);
      } catch (IOException _) {
        return List.of();
      }
      List<Path> found = new ArrayList<>();
      for (String line : lines.split("\n")) {
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
          below(words[4], words[3], cgroup).ifPresent(found::addFirst);
        } else if (kind[0].equals("cgroup2")) {
          below(words[4], words[3], cgroup).ifPresent(found::add);
        }
      }
      return found;
    }

    /**
     * A mount shows the hierarchy from some cgroup on: a container's own, or the machine's root.
     */
    private Optional<Path> below(String mountPoint, String mounted, String cgroup) {
      Path mount = root.resolve(mountPoint.substring(1));
      if (mounted.equals("/")) {
        return Optional.of(mount.resolve(cgroup.substring(1)));
      }
      if (cgroup.equals(mounted)) {
        return Optional.of(mount);
      }
      if (cgroup.startsWith(mounted + "/")) {
        return Optional.of(mount.resolve(cgroup.substring(mounted.length() + 1)));
      }
      return owner == Owner.ITS_OWN ? Optional.of(mount) : Optional.empty();
    }
  }

  private static boolean isMemoryCgroup(Path directory) {
    return Files.isReadable(directory.resolve("memory.usage_in_bytes"))
        || Files.isReadable(directory.resolve("memory.current"));
  }
}
