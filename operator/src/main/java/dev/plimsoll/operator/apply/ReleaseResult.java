package dev.plimsoll.operator.apply;

/** What came of giving a workload back. */
public sealed interface ReleaseResult {

  /** Nothing of the budget was on it. */
  record Unchanged() implements ReleaseResult {}

  /** It is the user's alone again. */
  record Released() implements ReleaseResult {}

  /** It is not there any more, or is being deleted: there is nothing to give back. */
  record Gone() implements ReleaseResult {}

  /** Others kept writing to it: try again later. */
  record Stale() implements ReleaseResult {}

  /**
   * The API server refused.
   *
   * @param reason a word for a condition
   * @param message what is, why, and what to do
   */
  record Refused(String reason, String message) implements ReleaseResult {}
}
