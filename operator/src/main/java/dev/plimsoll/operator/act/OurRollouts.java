package dev.plimsoll.operator.act;

import dev.plimsoll.operator.act.RolloutSlots.Rollout;
import dev.plimsoll.operator.act.RolloutSlots.Rollout.Stage;
import dev.plimsoll.operator.apply.AppliedSettings;
import dev.plimsoll.operator.apply.Bookkeeping;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import dev.plimsoll.operator.observe.TargetKey;
import dev.plimsoll.operator.observe.Workload;
import dev.plimsoll.operator.observe.WorkloadCache;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The rollouts that we have started, as the workloads' annotations and states tell. */
public final class OurRollouts implements Supplier<Map<TargetKey, Rollout>> {
  /** One that takes longer hangs, and does not keep others waiting for ever. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final WorkloadCache workloads;
  private final Clock clock;

  public OurRollouts(WorkloadCache workloads, Clock clock) {
    this.workloads = workloads;
    this.clock = clock;
  }

  @Override
  public Map<TargetKey, Rollout> get() {
    Map<TargetKey, Rollout> rollouts = new HashMap<>();
    workloads
        .marked()
        .forEach(
            workload ->
                Bookkeeping.of(workload)
                    .applied()
                    .ifPresent(
                        applied ->
                            rollouts.put(
                                TargetKey.of(workload.resource()), rollout(workload, applied))));
    return rollouts;
  }

  private Rollout rollout(Workload workload, AppliedSettings applied) {
    boolean isRunning =
        workload.rollout().progress() == Progress.RUNNING
            && applied.time().plus(LONGEST).isAfter(clock.instant());
    return new Rollout(applied.time(), isRunning ? Stage.RUNNING : Stage.OVER);
  }
}
