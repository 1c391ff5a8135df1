package dev.plimsoll.agent.serve;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * How long it took from a line's crossing to the signal, as a histogram that is never changed but
 * replaced.
 *
 * @param counts by bucket, each without those before it; the last has no upper bound
 */
public record ReactionTimes(List<Long> counts, double sumSeconds) {
  /** The buckets' upper bounds in seconds. */
  static final List<Double> BOUNDS =
      List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5);

  public ReactionTimes {
    counts = List.copyOf(counts);
  }

  /** None yet. */
  public static ReactionTimes none() {
    return new ReactionTimes(Collections.nCopies(BOUNDS.size() + 1, 0L), 0);
  }

  /** These and one more. */
  public ReactionTimes and(Duration reaction) {
    double seconds = reaction.toNanos() / 1e9;
    int bucket = 0;
    while (bucket < BOUNDS.size() && seconds > BOUNDS.get(bucket)) {
      bucket++;
    }
    Long[] more = counts.toArray(Long[]::new);
    more[bucket]++;
    return new ReactionTimes(List.of(more), sumSeconds + seconds);
  }
}
