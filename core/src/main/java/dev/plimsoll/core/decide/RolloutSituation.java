package dev.plimsoll.core.decide;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.RolloutTerms;
import java.time.Instant;
import java.util.Optional;

/**
 * What decides whether a rollout may start.
 *
 * @param now the present time
 * @param lastRollout when the budget's last rollout of ours started
 * @param terms the budget's own
 * @param paused whether the user holds the budget
 * @param underWay whether the workload is being rolled out already, by anyone; a rollout that its
 *     controller has given up on is still under way
 * @param effect what a rollout does to the pods
 * @param runningInCluster rollouts of ours under way at other workloads
 * @param maxConcurrentRollouts how many of them there may be at once, at least 1
 */
public record RolloutSituation(
    Instant now,
    Optional<Instant> lastRollout,
    RolloutTerms terms,
    Budget.Pause paused,
    UnderWay underWay,
    Effect effect,
    int runningInCluster,
    int maxConcurrentRollouts) {

  /** Whether the workload is being rolled out. */
  public enum UnderWay {
    NONE,
    RUNNING
  }

  /** What a rollout does to the pods. */
  public enum Effect {
    /** They are replaced while others serve. */
    ROLLING,
    /**
     * They all go at once, or do not go until someone deletes them: strategy Recreate with one
     * replica, OnDelete, or a workload whose rollouts its user has stopped.
     */
    DISRUPTIVE
  }
}
