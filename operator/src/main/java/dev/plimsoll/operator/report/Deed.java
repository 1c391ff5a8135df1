package dev.plimsoll.operator.report;

import dev.plimsoll.crds.v1alpha1.ActionStatus;
import dev.plimsoll.operator.report.Notice.Weight;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that was done to a workload.
 *
 * @param message what was changed, and why
 */
public record Deed(Kind kind, String message) {

  /** What was done, and why in one word. */
  public enum Kind {
    PLAN("RolloutStarted", "Plan", Weight.NORMAL),
    REAPPLY("RolloutStarted", "Reapply", Weight.NORMAL),
    UNDO("RolledBack", "Undo", Weight.WARNING),
    BRAKE("RolloutStarted", "Brake", Weight.WARNING),
    REDUCE("RolloutStarted", "ReducePlan", Weight.WARNING),
    DEGRADE("RolloutStarted", "Degrade", Weight.WARNING),
    RESTORE("RolloutStarted", "Restore", Weight.NORMAL),
    FALL_BACK("RolloutStarted", "FallBack", Weight.WARNING),
    RELEASE("Released", "Release", Weight.NORMAL),
    EVICTION("PodEvicted", "Undo", Weight.WARNING),
    EVICTION_OF_STUCK("PodEvicted", "StuckRollout", Weight.WARNING),
    EVICTION_FOR_MEMORY("PodEvicted", "NewPodNeeded", Weight.WARNING);

    private final String action;
    private final String cause;
    private final Weight weight;

    Kind(String action, String cause, Weight weight) {
      this.action = action;
      this.cause = cause;
      this.weight = weight;
    }

    /** Why, in one word. */
    public String cause() {
      return cause;
    }

    /** Whether a pod was evicted. */
    public boolean isEviction() {
      return action.equals(EVICTION.action);
    }
  }

  /** As an event tells it. */
  public Notice notice() {
    return new Notice(Notice.Nature.HAPPENED, kind.weight, kind.action, message);
  }

  /** As the status keeps it. */
  public ActionStatus action(Instant at) {
    return new ActionStatus(
        at.truncatedTo(ChronoUnit.SECONDS).toString(), kind.action, kind.cause, message);
  }
}
