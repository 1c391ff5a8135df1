package dev.plimsoll.core.spec;

import java.time.Duration;

/** Durations from {@code least} to {@code most}, both included. */
public record DurationRange(Duration least, Duration most) {

  boolean contains(Duration duration) {
    return least.compareTo(duration) <= 0 && duration.compareTo(most) <= 0;
  }

  /** What is wrong with a duration outside, and what to do: the CRD says the same. */
  public Violation violationAt(String field, String detail) {
    return new Violation(
        field, Rule.DURATION_OUT_OF_RANGE.problem() + detail, "choose a duration of " + this);
  }

  @Override
  public String toString() {
    return DurationSyntax.format(least) + " to " + DurationSyntax.format(most);
  }
}
