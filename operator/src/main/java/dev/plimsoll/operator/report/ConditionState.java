package dev.plimsoll.operator.report;

/**
 * A condition as it holds now.
 *
 * @param reason one word in CamelCase
 * @param message what is, why, and what to do
 */
public record ConditionState(Type type, Status status, String reason, String message) {

  /** The conditions of a budget. */
  public enum Type {
    /** The budget is understood, its target is there, and there is something to plan. */
    READY("Ready"),
    /** A plan fits the limit. */
    FEASIBLE("Feasible"),
    /** Every pod runs the plan. */
    APPLIED("Applied"),
    /** The pods' use is known. */
    METRICS_AVAILABLE("MetricsAvailable"),
    /** No pod is about to be killed for memory, or was lately. */
    WITHIN_BUDGET("WithinBudget"),
    /** The smallest plan is set, against a cascade of OOM kills. */
    BRAKED("Braked"),
    /** The degraded variables are set, under sustained pressure. */
    DEGRADED("Degraded");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** The name in the status. */
    public String text() {
      return text;
    }
  }

  /** Whether it holds. */
  public enum Status {
    TRUE("True"),
    FALSE("False"),
    UNKNOWN("Unknown");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** The name in the status. */
    public String text() {
      return text;
    }
  }

  static ConditionState holds(Type type, String reason, String message) {
    return new ConditionState(type, Status.TRUE, reason, message);
  }

  static ConditionState fails(Type type, String reason, String message) {
    return new ConditionState(type, Status.FALSE, reason, message);
  }

  static ConditionState unknown(Type type, String reason, String message) {
    return new ConditionState(type, Status.UNKNOWN, reason, message);
  }
}
