package dev.plimsoll.agent.sense;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Chooses which process is counted exactly at a tick: at most one, because a count takes
 * milliseconds. Every process once when it has booted, which is cheap while it is small; the
 * largest again and again near the soft line, where one of them may be the victim.
 */
final class ExactCounts {
  private static final long BETWEEN_COUNTS = Duration.ofMillis(250).toNanos();
  private static final long BETWEEN_COUNTS_OF_ONE = Duration.ofSeconds(2).toNanos();

  private long lastAt = System.nanoTime() - BETWEEN_COUNTS;

  /** Counts one that has booted and was never counted. */
  void countNew(List<TrackedProcess> processes, KernelText text, long now) {
    for (TrackedProcess process : processes) {
      if (process.memory().awaitsFirstCount()) {
        process.memory().count(text, now);
        return;
      }
    }
  }

  /** Counts the largest again whose last count is old. */
  void countLargest(List<TrackedProcess> processes, KernelText text, long now) {
    if (now - lastAt < BETWEEN_COUNTS) {
      return;
    }
    Optional<TrackedProcess> largest = Optional.empty();
    for (TrackedProcess process : processes) {
      WorkerMemory memory = process.memory();
      if (now - memory.countedAt() >= BETWEEN_COUNTS_OF_ONE
          && memory.anonymousBytes()
              > largest.map(other -> other.memory().anonymousBytes()).orElse(0L)) {
        largest = Optional.of(process);
      }
    }
    if (largest.isPresent()) {
      lastAt = now;
      largest.get().memory().count(text, now);
    }
  }
}
