package dev.plimsoll.core.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one reading led to.
 *
 * @param next the state for the next reading
 * @param actions to carry out now, in this order; at most one of them has a victim
 * @param remarks that hold now
 * @param timeToLimit at the present slope; empty where memory is not rising
 * @param workerBound the most workers that survive here, where fewer than run were found to
 */
public record GuardStep(
    GuardState next,
    Phase phase,
    List<Action> actions,
    List<Remark> remarks,
    Optional<Duration> timeToLimit,
    Optional<WorkerBound> workerBound) {
  public GuardStep {
    actions = List.copyOf(actions);
    remarks = List.copyOf(remarks);
  }

  /** A bound on the number of workers, and why it holds. */
  public record WorkerBound(int workers, String why) {}
}
