package dev.plimsoll.core.decide;

import dev.plimsoll.core.decide.RevisionEvidence.Change;
import dev.plimsoll.core.decide.RevisionEvidence.Progress;
import dev.plimsoll.core.decide.RevisionEvidence.Sight;
import dev.plimsoll.core.decide.RevisionEvidence.Size;
import java.time.Duration;

/** What is to become of a revision that carries a new plan of ours. */
public sealed interface RevisionVerdict {

  /** Too early to say. */
  record Pending() implements RevisionVerdict {}

  /** It stays. */
  record Accepted() implements RevisionVerdict {}

  /** It is taken back, and its plan is not tried again until the spec or the image changes. */
  record Undo(Failure failure) implements RevisionVerdict {}

  /** How a revision failed. */
  enum Failure {
    PROGRESS_DEADLINE_EXCEEDED("its rollout did not finish in time"),
    CRASH_LOOP("its pods fail again and again, which the ones before did not"),
    MORE_KILLS("its pods are OOM-killed more often than the ones before");

    private final String text;

    Failure(String text) {
      this.text = text;
    }

    /** For a message. */
    public String text() {
      return text;
    }
  }

  /**
   * Judges a revision. One that the user changed as well is the user's to judge, and one that has
   * stood its probation is never taken back: what happens later is not news of this change. Where
   * both revisions are OOM-killed and the new one is not the larger, to go back would end nothing:
   * that is for the brake. Nor is a revision that is not the larger taken back for kills that an
   * agent has only come to see with it.
   *
   * @param probation how long after its start a revision may be taken back
   */
  static RevisionVerdict of(RevisionEvidence evidence, Duration probation) {
    if (evidence.change() == Change.USERS_TOO) {
      return new Accepted();
    }
    boolean isForTheBrake =
        evidence.size() == Size.NOT_LARGER
            && evidence.kills().kills() > 0
            && evidence.killsBefore().kills() > 0;
    if (isForTheBrake) {
      return new Pending();
    }
    if (evidence.progress() == Progress.FAILED) {
      return new Undo(Failure.PROGRESS_DEADLINE_EXCEEDED);
    }
    boolean isOnProbation = evidence.age().compareTo(probation) < 0;
    if (evidence.progress() == Progress.DONE && !isOnProbation) {
      return new Accepted();
    }
    if (evidence.crashLooping() > 0 && evidence.crashLoopingBefore() == 0) {
      return new Undo(Failure.CRASH_LOOP);
    }
    boolean isComparable = evidence.size() == Size.LARGER || evidence.sight() == Sight.ALIKE;
    return isComparable && evidence.kills().isMoreThan(evidence.killsBefore())
        ? new Undo(Failure.MORE_KILLS)
        : new Pending();
  }
}
