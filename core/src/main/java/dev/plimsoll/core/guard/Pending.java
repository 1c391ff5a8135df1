package dev.plimsoll.core.guard;

import java.time.Duration;
import java.util.Optional;

/** What the guard has asked for and not yet seen done. At most one thing. */
sealed interface Pending {

  /** Nothing is under way. */
  record Nothing() implements Pending {}

  /**
   * A worker finishes its requests.
   *
   * @param deadline after which it is killed
   * @param crew the number of workers, it included
   */
  record Draining(
      ProcessId victim, RecycleReason reason, Duration since, Duration deadline, int crew)
      implements Pending {
    Draining by(Duration sooner) {
      return sooner.compareTo(deadline) < 0
          ? new Draining(victim, reason, since, sooner, crew)
          : this;
    }
  }

  /** A worker has been sent KILL. */
  record Killing(ProcessId victim, Duration since, int crew) implements Pending {}

  /** The master has been asked for one worker fewer than these. */
  record Shedding(Duration since, int crew) implements Pending {}

  /** The master has been asked for one worker more than these. */
  record Growing(Duration since, int crew) implements Pending {}

  /** The worker that is on its way out. */
  default Optional<ProcessId> victimOf() {
    return switch (this) {
      case Draining draining -> Optional.of(draining.victim);
      case Killing killing -> Optional.of(killing.victim);
      case Nothing _, Shedding _, Growing _ -> Optional.empty();
    };
  }
}
