package dev.plimsoll.core.forecast;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** When a level meets a line, should it go on as it does. */
public final class TimeToLimit {
  /** Beyond this nothing is said: too far for a straight line. */
  private static final double HORIZON_SECONDS = 30.0 * 24 * 3600;

  private TimeToLimit() {}

  /**
   * @param slope bytes per second; empty where it is not known
   * @return zero where the level is at the line or above it; empty where it does not rise, or not
   *     within a month
   */
  public static Optional<Duration> of(Bytes level, Bytes line, OptionalDouble slope) {
    if (level.compareTo(line) >= 0) {
      return Optional.of(Duration.ZERO);
    }
    if (slope.isEmpty() || slope.getAsDouble() <= 0) {
      return Optional.empty();
    }
    double seconds = (line.count() - level.count()) / slope.getAsDouble();
    return seconds > HORIZON_SECONDS
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((long) (seconds * 1e9)));
  }
}
