package dev.plimsoll.cli.demo.local;

import java.time.Clock;
import java.time.Instant;

/**
 * Time since a moment.
 *
 * @param zero the moment
 */
record StopWatch(Clock clock, Instant zero) {

  static StopWatch startedNow(Clock clock) {
    return new StopWatch(clock, clock.instant());
  }

  long millis() {
    return at(clock.instant());
  }

  /** When something was, in milliseconds since the moment. */
  long at(Instant instant) {
    return instant.toEpochMilli() - zero.toEpochMilli();
  }
}
