package dev.plimsoll.operator.diagnose;

/** How much a finding matters. */
public enum Severity {
  /** Something fails, or costs memory that the plan does not see. */
  WARNING,
  /** Everything works; something would work better. */
  ADVICE
}
