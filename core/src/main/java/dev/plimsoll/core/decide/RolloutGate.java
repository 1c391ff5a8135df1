package dev.plimsoll.core.decide;

import dev.plimsoll.core.decide.RolloutDecision.Go;
import dev.plimsoll.core.decide.RolloutDecision.Reason;
import dev.plimsoll.core.decide.RolloutDecision.Wait;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.RolloutTerms;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a rollout may start now: one per cooldown and inside the windows, never during another,
 * and only so many in the cluster at once. Setting back a reverted value, an undo and the brake
 * pass all of these; a paused budget holds them too, and so does a refusal of downtime, except for
 * the undo, which ends a harm that we did.
 */
public final class RolloutGate {

  private RolloutGate() {}

  public static RolloutDecision decide(RolloutPurpose purpose, RolloutSituation situation) {
    if (situation.paused() == Budget.Pause.PAUSED) {
      return untilEvent(Reason.PAUSED);
    }
    boolean isRefused =
        situation.effect() == RolloutSituation.Effect.DISRUPTIVE
            && situation.terms().downtime() == RolloutTerms.Downtime.REFUSED;
    if (isRefused && purpose != RolloutPurpose.UNDO) {
      return untilEvent(Reason.UNSUPPORTED);
    }
    return purpose.isUrgent() ? new Go() : decidePlan(situation);
  }

  private static RolloutDecision decidePlan(RolloutSituation situation) {
    if (situation.underWay() == RolloutSituation.UnderWay.RUNNING) {
      return untilEvent(Reason.ROLLOUT_UNDER_WAY);
    }
    RolloutWindows windows = new RolloutWindows(situation.terms().windows());
    Instant cooled =
        situation
            .lastRollout()
            .map(last -> last.plus(situation.terms().cooldown()))
            .orElse(situation.now());
    if (cooled.isAfter(situation.now())) {
      return new Wait(Reason.COOLDOWN, windows.firstOpen(cooled));
    }
    if (!windows.isOpenAt(situation.now())) {
      return new Wait(Reason.OUTSIDE_WINDOWS, windows.firstOpen(situation.now()));
    }
    return situation.runningInCluster() >= situation.maxConcurrentRollouts()
        ? untilEvent(Reason.CLUSTER_BUSY)
        : new Go();
  }

  private static Wait untilEvent(Reason reason) {
    return new Wait(reason, Optional.empty());
  }
}
