package dev.plimsoll.core.model;

import java.time.Duration;
import java.util.List;

/**
 * When a change may be rolled out.
 *
 * @param cooldown the least time between two rollouts of one budget
 * @param windows the spans in which one may start; none means always
 * @param downtime whether a rollout that takes every pod down at once is accepted
 */
public record RolloutTerms(Duration cooldown, List<TimeWindow> windows, Downtime downtime) {
  /** Whether a rollout may take every pod down at once. */
  public enum Downtime {
    REFUSED,
    ALLOWED
  }
}
