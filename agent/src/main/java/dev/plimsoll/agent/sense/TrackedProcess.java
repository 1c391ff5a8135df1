package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.ProcessId;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.runtime.ProcessFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that is read again and again, its files kept open: they stay this process's even when
 * its number is given to another.
 */
final class TrackedProcess implements AutoCloseable {
  /** What the kernel counts processor time and starts in: 100 a second on every Linux. */
  private static final long MILLIS_PER_TICK = 10;

  /** After this the identity is taken to be settled, and looked at more rarely. */
  private static final long YOUNG_TICKS = 1000;

  private static final long SETTLED_TICKS = 3000;

  private final Path directory;
  private final ProcessId id;
  private final KernelFile stat;
  private final KernelFile statm;
  private final WorkerMemory memory;

  private ProcessFacts facts;
  private ProcessIdentity identity;
  private Duration cpuTime = Duration.ZERO;
  private long cpuTicks;
  private long identifiedAt;

  private TrackedProcess(
      Path directory, KernelFile stat, KernelFile statm, ProcessStat first, KernelText text) {
    this.directory = directory;
    this.stat = stat;
    this.statm = statm;
    this.id = new ProcessId(first.pid(), first.startTicks());
    this.memory = new WorkerMemory(directory.resolve("smaps_rollup"));
    this.identity = ProcessIdentity.of(directory, text);
    this.facts = facts(first);
  }

  /**
   * Opens the files of the process with this directory.
   *
   * @throws IOException where it has ended
   */
  static TrackedProcess open(Path directory, KernelText text) throws IOException {
    KernelFile stat = new KernelFile(directory.resolve("stat"));
    try {
      stat.readInto(text);
      ProcessStat first = ProcessStat.parse(text);
      if (first.hasEnded()) {
        throw new IOException("process " + first.pid() + " has ended");
      }
      return new TrackedProcess(
          directory, stat, new KernelFile(directory.resolve("statm")), first, text);
    } catch (IOException e) {
      stat.close();
      throw e;
    }
  }

  /**
   * Reads what may have changed.
   *
   * @param nowTicks the present time, in ticks since boot
   * @return whether it still lives
   */
  boolean refresh(KernelText text, long nowTicks) {
    ProcessStat now;
    try {
      stat.readInto(text);
      now = ProcessStat.parse(text);
    } catch (IOException _) {
      return false;
    }
    if (now.hasEnded()) {
      return false;
    }
    if (now.cpuTicks() != cpuTicks) {
      cpuTicks = now.cpuTicks();
      cpuTime = Duration.ofMillis(cpuTicks * MILLIS_PER_TICK);
    }
    boolean renamed = !now.name().equals(facts.name());
    if (renamed || isYoung(nowTicks) || nowTicks - identifiedAt > SETTLED_TICKS) {
      identifiedAt = nowTicks;
      identity = ProcessIdentity.of(directory, text).after(identity);
      facts = facts(now);
    } else if (now.parent() != facts.parent()) {
      facts = facts(now);
    }
    return true;
  }

  /**
   * Reads its memory; private memory is told by {@link #privateBytes} then.
   *
   * @return whether it still lives
   */
  boolean refreshMemory(KernelText text) {
    try {
      statm.readInto(text);
    } catch (IOException _) {
      return false;
    }
    return memory.takeStatm(text);
  }

  /** Whether it started so lately that it may still become another program. */
  boolean isYoung(long nowTicks) {
    return nowTicks - id.startTicks() < YOUNG_TICKS;
  }

  ProcessId id() {
    return id;
  }

  ProcessFacts facts() {
    return facts;
  }

  ProcessIdentity identity() {
    return identity;
  }

  Duration cpuTime() {
    return cpuTime;
  }

  WorkerMemory memory() {
    return memory;
  }

  Bytes privateBytes() {
    return memory.privateBytes();
  }

  private ProcessFacts facts(ProcessStat stat) {
    return new ProcessFacts(
        id.pid(),
        stat.parent(),
        id.startTicks(),
        stat.name(),
        identity.arguments(),
        identity.variables(),
        identity.handled());
  }

  @Override
  public void close() {
    stat.close();
    statm.close();
  }
}
