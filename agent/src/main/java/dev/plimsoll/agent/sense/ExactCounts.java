package dev.plimsoll.agent.sense;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Chooses which process is counted exactly at a tick, because a count takes milliseconds: new ones
 * at once, while they are small; otherwise at most one, and rarely. The largest comes first near
 * the soft line, where it may be the victim; below it all take turns, since pages that a worker no
 * longer shares would else show as a sudden rise.
 */
final class ExactCounts {
  private static final long BETWEEN_COUNTS_IN_CALM = Duration.ofSeconds(5).toNanos();
  private static final long BETWEEN_COUNTS = Duration.ofMillis(250).toNanos();
  private static final long BETWEEN_COUNTS_OF_ONE = Duration.ofSeconds(2).toNanos();

  private long lastAt = System.nanoTime();

  /** Counts those that boot. */
  void countNew(List<TrackedProcess> processes, KernelText text, long now) {
    for (TrackedProcess process : processes) {
      if (process.memory().isBooting()) {
        process.memory().count(text, now);
      }
    }
  }

  /** Counts the one whose last count is the oldest. */
  void countOldest(List<TrackedProcess> processes, KernelText text, long now) {
    if (now - lastAt < BETWEEN_COUNTS_IN_CALM) {
      return;
    }
    Optional<TrackedProcess> oldest = Optional.empty();
    long longest = 0;
    for (TrackedProcess process : processes) {
      long since = now - process.memory().countedAt();
      if (since > longest) {
        longest = since;
        oldest = Optional.of(process);
      }
    }
    count(oldest, text, now);
  }

  /** Counts the largest whose last count is not of these two seconds. */
  void countLargest(List<TrackedProcess> processes, KernelText text, long now) {
    if (now - lastAt < BETWEEN_COUNTS) {
      return;
    }
    Optional<TrackedProcess> largest = Optional.empty();
    long most = 0;
    for (TrackedProcess process : processes) {
      WorkerMemory memory = process.memory();
      if (now - memory.countedAt() >= BETWEEN_COUNTS_OF_ONE && memory.anonymousBytes() > most) {
        most = memory.anonymousBytes();
        largest = Optional.of(process);
      }
    }
    count(largest, text, now);
  }

  private void count(Optional<TrackedProcess> process, KernelText text, long now) {
    lastAt = now;
    process.ifPresent(chosen -> chosen.memory().count(text, now));
  }
}
