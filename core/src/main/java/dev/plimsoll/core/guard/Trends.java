package dev.plimsoll.core.guard;

import dev.plimsoll.core.forecast.MinimaTrend;
import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How the container's unreclaimable memory has gone since the crew last changed.
 *
 * @param recent the lowest of the last half second
 * @param last the level at the last reading
 * @param rising whether that was above the one before
 * @param seconds lows of each of the last fifteen seconds
 * @param minutes lows of each quarter of the last five minutes' minutes
 */
record Trends(
    RecentLow recent, Bytes last, boolean rising, MinimaTrend seconds, MinimaTrend minutes) {

  static Trends none() {
    return new Trends(
        RecentLow.none(),
        Bytes.ZERO,
        false,
        MinimaTrend.empty(Duration.ofSeconds(1), 15),
        MinimaTrend.empty(Duration.ofSeconds(15), 20));
  }

  Trends with(Duration at, Bytes unreclaimable) {
    return new Trends(
        recent.with(at, unreclaimable),
        unreclaimable,
        unreclaimable.isMoreThan(last),
        seconds.with(at, unreclaimable),
        minutes.with(at, unreclaimable));
  }

  Trends restarted() {
    return none();
  }

  /** Bytes per second over the last fifteen seconds. */
  OptionalDouble slope() {
    return seconds.slope();
  }

  /** Bytes per second over the last minutes, as far as they go back. */
  OptionalDouble longSlope() {
    return minutes.slope().isPresent() ? minutes.slope() : seconds.slope();
  }

  /** Bytes per second over the last two tenths of a second; zero where it rises no more. */
  OptionalDouble steepest(Bytes unreclaimable) {
    if (!recent.isFull()) {
      return OptionalDouble.empty();
    }
    return rising
        ? OptionalDouble.of(
            recent.latestRiseTo(unreclaimable).count() * 1e9 / RecentLow.LATEST.toNanos())
        : OptionalDouble.of(0);
  }
}
