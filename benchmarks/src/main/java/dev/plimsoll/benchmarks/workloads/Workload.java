package dev.plimsoll.benchmarks.workloads;

import dev.plimsoll.benchmarks.workloads.Sketch.Row;
import dev.plimsoll.cli.workload.Behaviour;
import java.util.Optional;

/** The seven kinds, with what the sketch of the guard had there on a comparable machine. */
enum Workload {
  STEADY_LEAK(
      "steady leak",
      Behaviour.STEADY_LEAK,
      new Sketch(Row.of(3, 1.00, 6), Optional.of(Row.of(0, 0.98, 9)), Row.of(0, 1.04, 7)),
      Demand.SPOTLESS),
  GROWING_LEAK(
      "growing leak",
      Behaviour.GROWING_LEAK,
      new Sketch(Row.of(12, 1.00, 15), Optional.of(Row.of(0, 0.96, 32)), Row.of(0, 0.99, 17)),
      Demand.SPOTLESS),
  FRAGMENTATION(
      "fragmentation",
      Behaviour.FRAGMENTATION,
      new Sketch(Row.of(12, 1.00, 15), Optional.of(Row.of(0, 0.90, 49)), Row.of(0, 1.01, 23)),
      Demand.SPOTLESS),
  FILLING_CACHE(
      "a cache that stops growing",
      Behaviour.FILLING_CACHE,
      new Sketch(Row.of(0, 1.00, 3), Optional.of(Row.of(0, 0.99, 9)), Row.of(0, 1.06, 3)),
      Demand.SPOTLESS),
  RARE_LEAK(
      "rare large leaks",
      Behaviour.RARE_LEAK,
      new Sketch(Row.of(7, 1.00, 10), Optional.of(Row.of(0, 0.91, 32)), Row.of(0, 0.99, 15)),
      Demand.SPOTLESS),
  HALF_BURST(
      "bursts of half the limit",
      Behaviour.HALF_BURST,
      new Sketch(Row.of(6, 1.00), Optional.empty(), Row.of(0, 0.49)),
      Demand.AS_THE_SKETCH),
  TOO_LARGE_AT_BOOT(
      "too large at boot",
      Behaviour.TOO_LARGE_AT_BOOT,
      new Sketch(Row.of(313, 1.00), Optional.empty(), Row.of(14, 3.8)),
      Demand.OVER_IN_TIME);

  private final String title;
  private final Behaviour behaviour;
  private final Sketch sketch;
  private final Demand demand;

  Workload(String title, Behaviour behaviour, Sketch sketch, Demand demand) {
    this.title = title;
    this.behaviour = behaviour;
    this.sketch = sketch;
    this.demand = demand;
  }

  /** What is asked beside being no worse than the sketch. */
  enum Demand {
    AS_THE_SKETCH,
    /** No kill and no failed request. */
    SPOTLESS,
    /** Kills end within fifteen seconds. */
    OVER_IN_TIME
  }

  String title() {
    return title;
  }

  Behaviour behaviour() {
    return behaviour;
  }

  Sketch sketch() {
    return sketch;
  }

  Demand demand() {
    return demand;
  }
}
