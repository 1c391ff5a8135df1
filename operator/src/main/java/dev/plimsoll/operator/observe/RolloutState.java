package dev.plimsoll.operator.observe;

/**
 * How far a workload's latest revision is rolled out.
 *
 * @param generation counts the changes of the spec
 * @param observedGeneration the generation that its controller has seen; the counts below are of it
 * @param desired pods asked for
 * @param total pods there are, of any revision
 * @param updated pods of the latest revision
 * @param ready pods that pass their readiness probe
 * @param available pods that have been ready for minReadySeconds
 * @param surge pods above {@code desired} that a rollout may start
 * @param paused the user has stopped rollouts on the workload itself
 * @param progress where the latest revision stands
 */
public record RolloutState(
    long generation,
    long observedGeneration,
    int desired,
    int total,
    int updated,
    int ready,
    int available,
    int surge,
    Strategy strategy,
    boolean paused,
    Progress progress) {

  /** Where the latest revision stands, by what the workload's controller says of it. */
  public enum Progress {
    /** It is fully rolled out; that pods fail or are scaled afterwards does not change that. */
    DONE,
    RUNNING,
    /** Its controller has given up waiting for it. */
    FAILED
  }

  /** How a workload replaces its pods. */
  public enum Strategy {
    ROLLING_UPDATE,
    /** All old pods end before the first new one starts. */
    RECREATE,
    /** Pods change only when someone deletes them. */
    ON_DELETE
  }

  /** Every pod is of the latest revision and available, and no old one is left. */
  public boolean complete() {
    return observedGeneration >= generation
        && updated >= desired
        && total == updated
        && available >= desired;
  }
}
