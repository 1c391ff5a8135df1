package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.load.Arrival;
import dev.plimsoll.cli.load.PoissonArrivals;
import dev.plimsoll.cli.workload.Behaviour;
import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What both sides go through.
 *
 * @param behaviour of the application's memory
 * @param libraryMegabytes that each worker holds from its start
 * @param limit of the memory cgroup
 * @param seed of the arrivals
 * @param requestsPerSecond on average
 * @param length how long requests come
 */
public record Scenario(
    Behaviour behaviour,
    int libraryMegabytes,
    Bytes limit,
    long seed,
    int requestsPerSecond,
    Duration length) {
  /** Long enough for a worker's boot, short enough for a user's patience. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The demonstration's own. */
  public static Scenario usual(long seed, Duration length) {
    return new Scenario(Behaviour.LEAK_AND_BURST, 10, Bytes.ofMebi(256), seed, 165, length);
  }

  /** What the application is told besides its behaviour. */
  Map<String, String> environment() {
    return Map.of("PLIMSOLL_DEMO_LIBRARY_MB", Integer.toString(libraryMegabytes));
  }

  List<Arrival> arrivals() {
    return new PoissonArrivals(seed, requestsPerSecond, length).list();
  }
}
