package dev.plimsoll.operator.report;

/**
 * How far the plan has got on its workload.
 *
 * @param reason one word in CamelCase
 * @param message what is, why, and what to do
 */
public record Standing(Grade grade, String reason, String message) {

  /** What it means to a user. */
  public enum Grade {
    /** Every pod runs the plan. */
    IN_FORCE,
    /** It is being rolled out. */
    ROLLING,
    /** It waits for something that comes by itself. */
    WAITING,
    /** Nobody asked for it. */
    NOT_ASKED,
    /** It stays as it is until the user does something. */
    HELD
  }
}
