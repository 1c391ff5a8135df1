package dev.plimsoll.core.guard;

import java.time.Duration;

/** Something the agent is to do now. */
public sealed interface Action {

  /** Why, for people: what is, and what this does about it. */
  String why();

  /**
   * Send the server's graceful signal to one worker; its master starts a successor.
   *
   * @param drain after which it is killed where it has not ended
   */
  record Recycle(ProcessId victim, RecycleReason reason, Duration drain, String why)
      implements Action {}

  /** Kill one worker: its drain is over, or the limit is reached before any drain could end. */
  record Kill(ProcessId victim, KillReason reason, String why) implements Action {}

  /** Ask the master for one worker fewer. */
  record Shed(ProcessId master, ShedReason reason, String why) implements Action {}

  /** Ask the master for one worker more, to be able to recycle the only one. */
  record Grow(ProcessId master, String why) implements Action {}

  /** Why a worker is killed. */
  enum KillReason {
    DRAIN_OVER,
    LAST_RESORT
  }

  /** Why a worker is shed. */
  enum ShedReason {
    /** Fewer workers alone survive their bursts. */
    BURSTS,
    /** Young workers are killed while they boot. */
    BOOT,
    /** Above the hard line, and no recycle can help. */
    HARD,
    /** One was grown for a recycle that is over. */
    GROWN
  }
}
