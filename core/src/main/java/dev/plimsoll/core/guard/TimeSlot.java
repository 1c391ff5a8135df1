package dev.plimsoll.core.guard;

import java.time.Duration;

/**
 * The turn of one pod among its replicas: what can wait waits for it, so that they do not recycle
 * together. Beyond ten replicas a tenth of them share a turn.
 *
 * @param mine which of the slots, from 0
 * @param slots how many there are
 */
record TimeSlot(int mine, int slots) {
  private static final long SECONDS = 10;
  private static final int MOST_SLOTS = 10;

  static TimeSlot of(GuardPolicy policy) {
    int slots = Math.clamp(policy.replicas(), 1, MOST_SLOTS);
    return new TimeSlot(IdentityHash.slot(policy.identity(), slots), slots);
  }

  boolean isNow(Duration at) {
    return at.toSeconds() / SECONDS % slots == mine;
  }

  /** How long until it is this pod's turn; zero while it is. */
  Duration wait(Duration at) {
    if (isNow(at)) {
      return Duration.ZERO;
    }
    long present = at.toSeconds() / SECONDS;
    long ahead = Math.floorMod(mine - present, (long) slots);
    return Duration.ofSeconds((present + ahead) * SECONDS).minus(at);
  }
}
