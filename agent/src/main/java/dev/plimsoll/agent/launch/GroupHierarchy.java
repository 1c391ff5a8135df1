package dev.plimsoll.agent.launch;

import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where this machine lets memory cgroups be made, and by which files. */
sealed interface GroupHierarchy {

  /** The directory in which groups are made. */
  Path root();

  /**
   * Makes a group.
   *
   * @throws IOException where that is not permitted; nothing is left behind
   */
  Path make(String name, Bytes limit) throws IOException;

  /** The hierarchy that is mounted in the usual place. */
  static Optional<GroupHierarchy> ofThisMachine() {
    return at(Path.of("/sys/fs/cgroup"));
  }

  /** The hierarchy at this mount point, version 1 before 2. */
  static Optional<GroupHierarchy> at(Path mount) {
    Path memory = mount.resolve("memory");
    if (Files.exists(memory.resolve("memory.limit_in_bytes"))) {
      return Optional.of(new Version1(memory));
    }
    if (Files.exists(mount.resolve("cgroup.controllers"))) {
      return Optional.of(new Version2(mount));
    }
    return Optional.empty();
  }

  /** The memory controller's own tree. */
  record Version1(Path root) implements GroupHierarchy {

    @Override
    public Path make(String name, Bytes limit) throws IOException {
      return made(
          Files.createDirectory(root.resolve(name)),
          group -> {
            write(group, "memory.limit_in_bytes", limit);
            if (Files.exists(group.resolve("memory.memsw.limit_in_bytes"))) {
              write(group, "memory.memsw.limit_in_bytes", limit);
            }
          });
    }
  }

  /** The one tree of all controllers. */
  record Version2(Path root) implements GroupHierarchy {

    @Override
    public Path make(String name, Bytes limit) throws IOException {
      Path children = root.resolve("cgroup.subtree_control");
      if (!Files.readString(children).contains("memory")) {
        Files.writeString(children, "+memory");
      }
      return made(
          Files.createDirectory(root.resolve(name)),
          group -> {
            write(group, "memory.max", limit);
            if (Files.exists(group.resolve("memory.swap.max"))) {
              write(group, "memory.swap.max", Bytes.ZERO);
            }
          });
    }
  }

  /** Writes a new group's files. */
  @FunctionalInterface
  interface Filling {
    void fill(Path group) throws IOException;
  }

  private static Path made(Path group, Filling filling) throws IOException {
    try {
      filling.fill(group);
      return group;
    } catch (IOException e) {
      Files.deleteIfExists(group);
      throw e;
    }
  }

  private static void write(Path group, String file, Bytes amount) throws IOException {
    Files.writeString(group.resolve(file), Long.toString(amount.count()));
  }
}
