package dev.plimsoll.agent.launch;

import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A real memory cgroup of a given size, made for one command and removed after it. Works where
 * cgroups may be made: as root on a machine or a virtual machine, or below a delegated subtree.
 */
public final class LimitedGroup implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final Path directory;

  private LimitedGroup(Path directory) {
    this.directory = directory;
  }

  /** What asking for a group comes to. */
  public sealed interface Outcome {

    /** It is there; its owner closes it. */
    record Made(LimitedGroup group) implements Outcome {}

    /**
     * It cannot be made here.
     *
     * @param why what is in the way and what to do, in one line
     */
    record Impossible(String why) implements Outcome {}
  }

  /**
   * Makes a group below the caller's hierarchy.
   *
   * @param name of the directory to make; it must not be there yet
   * @param limit of memory; swap is not granted beside it
   */
  public static Outcome make(String name, Bytes limit) {
    Optional<GroupHierarchy> hierarchy = GroupHierarchy.ofThisMachine();
    if (hierarchy.isEmpty()) {
      return new Outcome.Impossible(
          "this machine mounts no memory cgroup: run on Linux, or in a container with --memory");
    }
    try {
      return new Outcome.Made(new LimitedGroup(hierarchy.get().make(name, limit)));
    } catch (IOException e) {
      return new Outcome.Impossible(
          "no memory cgroup can be made below "
              + hierarchy.get().root()
              + " ("
              + e.getMessage()
              + "): run as root outside a container, or start the container with --memory");
    }
  }

  /** The group's own directory in the hierarchy. */
  public Path directory() {
    return directory;
  }

  /**
   * The command that runs {@code command} inside the group, in the same process: a shell enters the
   * group before it becomes the command, so that nothing is ever charged elsewhere.
   */
  public List<String> enclose(List<String> command) {
    List<String> enclosed = new ArrayList<>(command.size() + 5);
    enclosed.addAll(
        List.of(
            "/bin/sh",
            "-c",
            "echo $$ >\"$0\" && exec \"$@\"",
            directory.resolve("cgroup.procs").toString()));
    enclosed.addAll(command);
    return enclosed;
  }

  /**
   * Waits until a process that {@link #enclose} was meant for has entered the group: before that it
   * is seen in its starter's. Returns as well when it has ended.
   */
  public void awaitMember(int pid) throws IOException {
    Path members = directory.resolve("cgroup.procs");
    while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)
        && !Files.readAllLines(members).contains(Integer.toString(pid))) {
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
  }

  /** Kills what still runs in the group, and removes it. */
  @Override
  public void close() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        killMembers();
        Files.deleteIfExists(directory);
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  private void killMembers() throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    for (String pid : Files.readAllLines(directory.resolve("cgroup.procs"))) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
