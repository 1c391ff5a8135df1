package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;

/** What came of applying. */
public sealed interface ApplyResult {

  /** Everything was as wanted; nothing was written. */
  record Unchanged() implements ApplyResult {}

  /**
   * The workload is as wanted now.
   *
   * @param before the workload as it was read
   * @param after as it is after the last write
   */
  record Applied(Workload before, Workload after) implements ApplyResult {

    /**
     * Whether pods are replaced; else only annotations or ownership changed. The generation does
     * not tell: a Deployment's also counts changes of its annotations.
     */
    public boolean rollsOut() {
      return !before.template().equals(after.template());
    }
  }

  /** Someone else wrote to the workload meanwhile: read it again and decide anew. */
  record Stale() implements ApplyResult {}

  /**
   * The API server refused.
   *
   * @param reason a word for a condition
   * @param message what is, why, and what to do
   */
  record Refused(String reason, String message) implements ApplyResult {}
}
