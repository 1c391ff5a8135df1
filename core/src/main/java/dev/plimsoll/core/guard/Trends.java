package dev.plimsoll.core.guard;

import dev.plimsoll.core.forecast.MinimaTrend;
import dev.plimsoll.core.forecast.Point;
import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the container's unreclaimable memory has gone since the crew last changed.
 *
 * @param recent the lowest of the last half second
 * @param last the last reading; empty before the first
 * @param latest bytes per second between the last two
 * @param seconds lows of each of the last fifteen seconds
 * @param minutes lows of each quarter of a minute, over five
 */
record Trends(
    RecentLow recent,
    Optional<Point> last,
    double latest,
    MinimaTrend seconds,
    MinimaTrend minutes) {

  /** How far back {@link #slope} goes at most. */
  static final int SECONDS = 15;

  static Trends none() {
    return new Trends(
        RecentLow.none(),
        Optional.empty(),
        0,
        MinimaTrend.empty(Duration.ofSeconds(1), SECONDS),
        MinimaTrend.empty(Duration.ofSeconds(15), 20));
  }

  Trends with(Duration at, Bytes unreclaimable) {
    Point now = new Point(at, unreclaimable);
    return new Trends(
        recent.with(at, unreclaimable),
        Optional.of(now),
        last.filter(before -> before.at().compareTo(at) < 0)
            .map(before -> before.slopeTo(now))
            .orElse(0.0),
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

  /**
   * Bytes per second over the last two tenths of a second, or since the last reading where that is
   * less: what has leapt and stands is not rising.
   */
  OptionalDouble steepest(Bytes unreclaimable) {
    if (!recent.isFull()) {
      return OptionalDouble.empty();
    }
    double rise = recent.latestRiseTo(unreclaimable).count() * 1e9 / RecentLow.LATEST.toNanos();
    return OptionalDouble.of(Math.max(0, Math.min(rise, latest)));
  }
}
