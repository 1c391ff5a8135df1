package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.runtime.ProcessModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one pod is guarded: the budget's terms as they hold for it.
 *
 * @param container the name of the container that is guarded
 * @param runtime the server's name
 * @param model its processes, and what signals do to them
 * @param softPercent of the limit, before the pod's own lowering
 * @param hardPercent of the limit
 * @param drain how long a worker may take to finish its requests
 * @param maxWorkerAge the age at which a worker is recycled whatever it holds
 * @param actions what is allowed, mildest first
 * @param plannedWorkers the plan's number of workers, where the budget sizes them
 * @param replicas of the workload, at least 1: the number of time slots
 * @param identity the pod's UID or another text that tells it from its siblings
 */
public record GuardPolicy(
    String container,
    String runtime,
    ProcessModel model,
    int softPercent,
    int hardPercent,
    Duration drain,
    Optional<Duration> maxWorkerAge,
    List<GuardAction> actions,
    OptionalInt plannedWorkers,
    int replicas,
    String identity) {
  public GuardPolicy {
    actions = List.copyOf(actions);
  }

  /** The same with another model of the server's processes. */
  public GuardPolicy withModel(ProcessModel other) {
    return model == other || model.equals(other)
        ? this
        : new GuardPolicy(
            container,
            runtime,
            other,
            softPercent,
            hardPercent,
            drain,
            maxWorkerAge,
            actions,
            plannedWorkers,
            replicas,
            identity);
  }
}
