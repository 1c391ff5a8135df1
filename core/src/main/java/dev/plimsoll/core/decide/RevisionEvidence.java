package dev.plimsoll.core.decide;

import java.time.Duration;

/**
 * How a revision that carries a new plan of ours does beside the one before it.
 *
 * @param change what tells the two apart
 * @param size whether its plan takes more memory than the one before
 * @param sight whether kills are seen alike in both
 * @param progress how far it is rolled out
 * @param age time since its rollout started
 * @param crashLooping its pods that fail again and again
 * @param crashLoopingBefore pods of the revision before that do so as well
 * @param kills its OOM kills
 * @param killsBefore those of the revision before
 */
public record RevisionEvidence(
    Change change,
    Size size,
    Sight sight,
    Progress progress,
    Duration age,
    int crashLooping,
    int crashLoopingBefore,
    KillCount kills,
    KillCount killsBefore) {

  /** What tells a revision from the one before it. */
  public enum Change {
    /** Only fields that we set. */
    OURS_ALONE,
    /** The user's fields too: an image, a command, a variable. */
    USERS_TOO
  }

  /** Whether a plan takes more memory than the one before. */
  public enum Size {
    /** It takes more, or that is not known. */
    LARGER,
    NOT_LARGER
  }

  /** Whether kills are seen alike: without an agent only those of whole containers are. */
  public enum Sight {
    ALIKE,
    UNLIKE
  }

  /** How far a revision is rolled out, by its controller's word. */
  public enum Progress {
    RUNNING,
    DONE,
    /** Its controller has given up waiting for it. */
    FAILED
  }
}
