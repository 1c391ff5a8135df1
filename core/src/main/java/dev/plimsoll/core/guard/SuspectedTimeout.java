package dev.plimsoll.core.guard;

import java.time.Duration;
import java.util.Optional;

/**
 * A worker that ended as one does that the server gives up on: replaced at once, after a long time
 * without using the processor while its siblings did, and not killed by the kernel.
 *
 * @param idle how long it had not used the processor
 */
record SuspectedTimeout(Duration at, ProcessId worker, Duration idle) {
  /** Below the servers' usual timeouts of 30 s and more. */
  private static final Duration STUCK = Duration.ofSeconds(20);

  private static final Duration BUSY_SIBLING = Duration.ofSeconds(5);
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  static Optional<SuspectedTimeout> in(
      Duration at, Crew now, Changes changes, Optional<SuspectedTimeout> before) {
    if (changes.gone().isEmpty()) {
      return before.isEmpty() ? before : before.filter(timeout -> timeout.isRemembered(at));
    }
    boolean busy =
        now.workers().stream()
            .anyMatch(worker -> at.minus(worker.cpuMovedAt()).compareTo(BUSY_SIBLING) < 0);
    boolean replaced = changes.born().size() == changes.gone().size();
    if (changes.kernelKills() > 0 || !busy || !replaced) {
      return before.filter(timeout -> timeout.isRemembered(at));
    }
    return changes.gone().stream()
        .map(gone -> new SuspectedTimeout(at, gone.id(), at.minus(gone.cpuMovedAt())))
        .filter(gone -> gone.idle.compareTo(STUCK) >= 0)
        .findFirst()
        .or(() -> before.filter(timeout -> timeout.isRemembered(at)));
  }

  private boolean isRemembered(Duration now) {
    return now.minus(at).compareTo(REMEMBERED) < 0;
  }

  Remark remark() {
    return new Remark(
        Remark.Reason.WORKER_TIMEOUT_NOT_OOM,
        "worker %d ended after %d s without using the processor, and the kernel killed none: it looks like the server's own timeout, not like memory; look at what its last request waited for"
            .formatted(worker.pid(), idle.toSeconds()));
  }
}
