package dev.plimsoll.core.decide;

import java.time.Instant;
import java.util.Optional;

/** Whether a rollout may start now. */
public sealed interface RolloutDecision {

  /** It may. */
  record Go() implements RolloutDecision {}

  /**
   * It may not yet.
   *
   * @param reason what holds it
   * @param until when to look again; empty where an event will tell
   */
  record Wait(Reason reason, Optional<Instant> until) implements RolloutDecision {}

  /** What holds a rollout, and what a user can do about it. */
  enum Reason {
    PAUSED("the budget is paused: set spec.paused to false"),
    UNSUPPORTED(
        "a rollout would take every pod down, or reach none, under this update strategy or while the"
            + " workload is paused: use RollingUpdate, resume the workload, or set"
            + " spec.rollout.allowDowntime"),
    ROLLOUT_UNDER_WAY("another rollout of this workload is under way: nothing to do"),
    COOLDOWN("the last rollout is too recent: nothing to do, or shorten spec.rollout.cooldown"),
    OUTSIDE_WINDOWS("no window of spec.rollout.windows is open: nothing to do, or add one"),
    CLUSTER_BUSY(
        "as many workloads are being rolled out as the operator may at once: nothing to do, or"
            + " raise maxConcurrentRollouts");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** What is, and what to do. */
    public String text() {
      return text;
    }
  }
}
