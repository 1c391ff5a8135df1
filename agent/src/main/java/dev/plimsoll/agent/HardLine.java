package dev.plimsoll.agent;

import dev.plimsoll.agent.serve.ReactionTimes;
import dev.plimsoll.core.guard.Phase;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Measures from a crossing of the hard line to the first signal. The crossing itself is between two
 * readings, so the earlier of them counts: a reaction is never told shorter than it was.
 */
final class HardLine {
  private OptionalLong lastBelow = OptionalLong.empty();
  private OptionalLong crossedAfter = OptionalLong.empty();
  private volatile ReactionTimes reactions = ReactionTimes.none();

  /** Takes a reading's phase; times are of {@link System#nanoTime}. */
  void see(Phase phase, long now) {
    switch (phase) {
      case CALM, WATCH -> {
        lastBelow = OptionalLong.of(now);
        crossedAfter = OptionalLong.empty();
      }
      case DANGER, LAST -> {
        if (lastBelow.isPresent()) {
          crossedAfter = lastBelow;
          lastBelow = OptionalLong.empty();
        }
      }
    }
  }

  /** A signal was sent. */
  void signalled(long now) {
    if (crossedAfter.isPresent()) {
      reactions = reactions.and(Duration.ofNanos(now - crossedAfter.getAsLong()));
      crossedAfter = OptionalLong.empty();
    }
  }

  ReactionTimes reactions() {
    return reactions;
  }
}
