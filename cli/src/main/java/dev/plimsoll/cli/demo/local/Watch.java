package dev.plimsoll.cli.demo.local;

import dev.plimsoll.agent.sense.MemoryCgroup;
import dev.plimsoll.cli.demo.record.Mark;
import dev.plimsoll.cli.demo.record.MemoryPoint;
import dev.plimsoll.core.guard.ContainerMemory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Reads a server's cgroup ten times a second, from outside and in the same way on both sides, until
 * it is closed.
 */
final class Watch implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(100);

  private final MemoryCgroup cgroup;
  private final WorkerCount workers;
  private final StopWatch time;
  private final Consumer<Mark> seen;
  private final List<MemoryPoint> points = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile long oomKills;

  private Watch(MemoryCgroup cgroup, WorkerCount workers, StopWatch time, Consumer<Mark> seen) {
    this.cgroup = cgroup;
    this.workers = workers;
    this.time = time;
    this.seen = seen;
    this.thread = Thread.ofPlatform().name("watch").daemon().unstarted(this::watch);
  }

  /**
   * Begins to watch.
   *
   * @param seen gets each kill by the kernel, on a thread of its own
   */
  static Watch start(
      MemoryCgroup cgroup, WorkerCount workers, StopWatch time, Consumer<Mark> seen) {
    Watch watch = new Watch(cgroup, workers, time, seen);
    watch.thread.start();
    return watch;
  }

  /** All of them so far. */
  List<MemoryPoint> points() {
    return List.copyOf(points);
  }

  /** The latest; empty where nothing was read yet. */
  Optional<MemoryPoint> last() {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
  }

  long oomKills() {
    return oomKills;
  }

  private void watch() {
    while (!Thread.interrupted()) {
      cgroup.read().ifPresent(this::take);
      LockSupport.parkNanos(PERIOD.toNanos());
    }
  }

  private void take(ContainerMemory memory) {
    long now = time.millis();
    points.add(new MemoryPoint(now, memory.unreclaimable().count(), workers.now()));
    for (; oomKills < memory.oomKills(); oomKills++) {
      seen.accept(
          new Mark(
              now, Mark.Kind.OOM_KILL, "a process of the server, because the limit was reached"));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cgroup.read().ifPresent(this::take);
    cgroup.close();
  }
}
