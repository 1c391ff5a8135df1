package dev.plimsoll.benchmarks.workloads;

import dev.plimsoll.agent.sense.MemoryCgroup;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Notes the kernel's kills in a cgroup twenty times a second, until it is closed. */
final class KillWatch implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(50);

  private final MemoryCgroup cgroup;
  private final long begun = System.nanoTime();
  private final Thread thread = Thread.ofPlatform().name("kills").daemon().unstarted(this::watch);
  private volatile int kills;
  private volatile Duration last = Duration.ZERO;

  private KillWatch(MemoryCgroup cgroup) {
    this.cgroup = cgroup;
  }

  static KillWatch start(MemoryCgroup cgroup) {
    KillWatch watch = new KillWatch(cgroup);
    watch.thread.start();
    return watch;
  }

  int kills() {
    return kills;
  }

  /** Since the watch began; zero where there was none. */
  Duration lastKill() {
    return last;
  }

  private void watch() {
    while (!Thread.interrupted()) {
      look();
      LockSupport.parkNanos(PERIOD.toNanos());
    }
  }

  private void look() {
    int now = cgroup.read().map(memory -> Math.toIntExact(memory.oomKills())).orElse(kills);
    if (now > kills) {
      kills = now;
      last = Duration.ofNanos(System.nanoTime() - begun);
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
    look();
    cgroup.close();
  }
}
