package dev.plimsoll.benchmarks.workloads;

import java.util.List;
import java.util.stream.Stream;

/** What is done about memory in one run. */
sealed interface Care {

  /** gunicorn as it is. */
  record Nothing() implements Care {}

  /** gunicorn recycles each worker after so many requests, a tenth more or less. */
  record MaxRequests(int requests) implements Care {
    private static final List<Integer> TRIED = List.of(100, 200, 400, 800);

    static Stream<MaxRequests> all() {
      return TRIED.stream().map(MaxRequests::new);
    }
  }

  /** The agent, as {@code plimsoll run} starts it. */
  record Guarded() implements Care {}

  /** For people. */
  default String title() {
    return switch (this) {
      case Nothing _ -> "nothing";
      case MaxRequests(int requests) -> "max_requests " + requests;
      case Guarded _ -> "guarded";
    };
  }
}
