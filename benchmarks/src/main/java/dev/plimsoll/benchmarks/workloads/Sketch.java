package dev.plimsoll.benchmarks.workloads;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What 150 lines of Python with the design's thresholds had: 3 workers at 256 MiB, 165 requests a
 * second for 40 s.
 *
 * @param maxRequests the best of 100 to 800; empty where none helped
 */
record Sketch(Row nothing, Optional<Row> maxRequests, Row guard) {

  /**
   * One run.
   *
   * @param work completed requests as a share of those completed with nothing done
   * @param boots of workers; empty where they were not noted
   */
  record Row(int kills, double work, OptionalInt boots) {
    static Row of(int kills, double work) {
      return new Row(kills, work, OptionalInt.empty());
    }

    static Row of(int kills, double work, int boots) {
      return new Row(kills, work, OptionalInt.of(boots));
    }

    /** For people. */
    String text() {
      return String.format(
          Locale.ROOT,
          "%d, %.2f, %s",
          kills,
          work,
          boots.isPresent() ? Integer.toString(boots.getAsInt()) : "not noted");
    }
  }
}
