package dev.plimsoll.agent.sense;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Tells how long ago something started that the kernel dates in ticks since boot. */
final class BootClock {
  private static final long NANOS_PER_TICK = 10_000_000;

  /** The uptime at the zero of {@link System#nanoTime}. */
  private final long offset;

  /**
   * Reads the machine's uptime once.
   *
   * @throws IOException where there is no /proc: the agent runs on Linux alone
   */
  BootClock(Path proc) throws IOException {
    String uptime = Files.readString(proc.resolve("uptime"));
    double seconds = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
    this.offset = (long) (seconds * 1e9) - System.nanoTime();
  }

  /**
   * The present time in ticks since boot.
   *
   * @param now of {@link System#nanoTime}
   */
  long ticks(long now) {
    return (now + offset) / NANOS_PER_TICK;
  }

  Duration age(long startTicks, long now) {
    return Duration.ofNanos(Math.max(0, now + offset - startTicks * NANOS_PER_TICK));
  }
}
