package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;

/** What came of applying. */
public sealed interface ApplyResult {

  /** Everything was as wanted; nothing was written. */
  record Unchanged() implements ApplyResult {}

  /**
   * The workload is as wanted now.
   *
   * @param generationBefore the workload's generation before the first write
   * @param workload as it is after the last one
   */
  record Applied(long generationBefore, Workload workload) implements ApplyResult {

    /** Whether pods are replaced; else only annotations or ownership changed. */
    public boolean rollsOut() {
      return workload.rollout().generation() > generationBefore;
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
