package dev.plimsoll.operator.meter;

import java.time.Duration;
import java.time.Instant;

/**
 * The most of something within about a minute.
 *
 * @param since when it was last that much
 */
record RecentMost(int most, Instant since) {
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** The same after another look. */
  RecentMost with(int value, Instant now) {
    return value >= most || since.isBefore(now.minus(KEPT)) ? new RecentMost(value, now) : this;
  }
}
