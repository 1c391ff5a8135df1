package dev.plimsoll.cli.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Requests of many users who know nothing of each other: gaps are exponential. The same seed gives
 * the same arrivals on every machine.
 *
 * @param perSecond requests on average, more than 0
 * @param length from the load's begin to its last possible arrival
 */
public record PoissonArrivals(long seed, double perSecond, Duration length) {
  private static final double NANOS = 1e9;

  public PoissonArrivals {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException(
          "perSecond is " + perSecond + ": give more than 0 requests per second");
    }
  }

  /** All of them, by time. */
  public List<Arrival> list() {
    SplittableRandom random = new SplittableRandom(seed);
    List<Arrival> arrivals = new ArrayList<>();
    double at = gap(random);
    while (at < length.toNanos() / NANOS) {
      arrivals.add(
          new Arrival(arrivals.size(), Duration.ofNanos((long) (at * NANOS)), random.nextDouble()));
      at += gap(random);
    }
    return List.copyOf(arrivals);
  }

  private double gap(SplittableRandom random) {
    return -StrictMath.log(1 - random.nextDouble()) / perSecond;
  }
}
