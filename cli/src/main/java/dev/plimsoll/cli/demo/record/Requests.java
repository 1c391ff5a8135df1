package dev.plimsoll.cli.demo.record;

import dev.plimsoll.cli.load.LoadTally;

/**
 * What became of one side's requests.
 *
 * @param p50Millis time within which half of the completed ones were answered
 * @param p99Millis time within which 99 of 100 completed ones were answered
 */
public record Requests(
    int offered,
    int completed,
    int refused,
    int failed,
    int timedOut,
    long p50Millis,
    long p99Millis) {

  public static Requests of(LoadTally tally) {
    return new Requests(
        tally.offered(),
        tally.completed(),
        tally.refused(),
        tally.failed(),
        tally.timedOut(),
        tally.p50().toMillis(),
        tally.p99().toMillis());
  }
}
