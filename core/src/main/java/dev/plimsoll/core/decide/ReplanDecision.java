package dev.plimsoll.core.decide;

/** Whether a fresh plan replaces the one in force. */
public sealed interface ReplanDecision {

  /** The fresh plan goes to the rollout gate. */
  record Adopt(Cause cause) implements ReplanDecision {
    /** Why it is adopted. */
    public enum Cause {
      FIRST_PLAN,
      SPEC_CHANGED,
      LIMIT_CHANGED,
      /** Its CPUs, its most replicas, or a value of the user's own. */
      WORKLOAD_CHANGED,
      /** The plan in force no longer fits by what is known of its costs. */
      OVERRUN
    }
  }

  /** What is in force stays. */
  record Keep(Why why) implements ReplanDecision {
    /** Why it stays. */
    public enum Why {
      SAME_VALUES,
      /** There is no plan that fits. */
      INFEASIBLE,
      /** It overruns, but by less than estimates waver. */
      WITHIN_TOLERANCE,
      /** It could be larger, which restore decides over time. */
      LEFT_TO_RESTORE
    }
  }
}
