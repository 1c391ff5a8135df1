package dev.plimsoll.core.forecast;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast the lows of a level rise: the level's minimum in each of some equal spans of time, and
 * the slope over them. What is taken and given back within a span leaves no trace.
 *
 * @param width of one span
 * @param capacity the number of closed spans that are kept
 * @param closed minima of the spans that are over, in order of time
 * @param open the lowest level in the present span so far
 * @param opened when the present span began
 * @param slope bytes per second over the closed spans; empty while there are fewer than three
 */
public record MinimaTrend(
    Duration width,
    int capacity,
    List<Point> closed,
    Optional<Point> open,
    Duration opened,
    OptionalDouble slope) {
  private static final int LEAST_POINTS = 3;

  public MinimaTrend {
    closed = List.copyOf(closed);
  }

  /** Nothing seen yet. */
  public static MinimaTrend empty(Duration width, int capacity) {
    return new MinimaTrend(
        width, capacity, List.of(), Optional.empty(), Duration.ZERO, OptionalDouble.empty());
  }

  /** As if nothing had been seen: what was is no guide to what comes. */
  public MinimaTrend restarted() {
    return empty(width, capacity);
  }

  /** One level more, at a time that is not before the last one. */
  public MinimaTrend with(Duration at, Bytes level) {
    Point point = new Point(at, level);
    if (open.isEmpty()) {
      return new MinimaTrend(width, capacity, closed, Optional.of(point), at, slope);
    }
    if (at.minus(opened).compareTo(width) < 0) {
      return open.get().level().isMoreThan(level)
          ? new MinimaTrend(width, capacity, closed, Optional.of(point), opened, slope)
          : this;
    }
    List<Point> points = new ArrayList<>(closed);
    points.add(open.get());
    List<Point> kept = points.subList(Math.max(0, points.size() - capacity), points.size());
    return new MinimaTrend(width, capacity, kept, Optional.of(point), at, slopeOver(kept));
  }

  /**
   * The lower of the slope over all and the slope over the later half, so that growth which comes
   * to rest is not carried on.
   */
  private static OptionalDouble slopeOver(List<Point> points) {
    if (points.size() < LEAST_POINTS) {
      return OptionalDouble.empty();
    }
    int half = Math.max(LEAST_POINTS, (points.size() + 1) / 2);
    double later = TheilSen.slope(points.subList(points.size() - half, points.size()));
    return OptionalDouble.of(Math.min(TheilSen.slope(points), later));
  }
}
