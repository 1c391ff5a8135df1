package dev.plimsoll.core.decide;

/** What a rollout would be for; the more urgent ones are held by less. */
public enum RolloutPurpose {
  /** A new plan. */
  PLAN,
  /** A value of ours that the user's own deploy has just set back; it joins that rollout. */
  REAPPLY,
  /** Taking back a revision that fails by our change alone. */
  UNDO,
  /** The smallest plan against a cascade of kills. */
  BRAKE;

  /** Whether cooldown, windows, a rollout under way and the cluster's share do not hold it. */
  boolean isUrgent() {
    return this != PLAN;
  }
}
