package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What one look at a budget's surroundings found. */
public sealed interface Observation {

  /**
   * The target is there and is this budget's to size.
   *
   * @param container the one that the budget sizes
   * @param pods the workload's own, terminating ones included
   * @param autoscalers those of the namespace
   * @param limit empty where nobody sets one
   * @param cpus the container's CPU limit, else its request, rounded up
   * @param maxReplicas the most pods there can be at once: the autoscaler's maximum and a rollout's
   *     surge included
   */
  record Target(
      Workload workload,
      Container container,
      List<Pod> pods,
      List<HorizontalPodAutoscaler> autoscalers,
      Optional<MemoryLimit> limit,
      OptionalInt cpus,
      int maxReplicas)
      implements Observation {}

  /**
   * The workload is there, but there is nothing to plan for.
   *
   * @param reason for a condition
   * @param message what is, why, and what to do
   */
  record Unusable(Workload workload, String reason, String message) implements Observation {}

  /**
   * There is no such workload, or it is going.
   *
   * @param reason for a condition
   * @param message what is, why, and what to do
   */
  record Missing(String reason, String message) implements Observation {}
}
