package dev.plimsoll.operator.observe;

import dev.plimsoll.core.model.Budget;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What one look at a budget's surroundings found. */
public sealed interface Observation {

  /**
   * What was read, seen with a budget's eyes.
   *
   * @param pods the workload's own, terminating ones included
   * @param autoscalers those of the namespace
   */
  static Observation of(
      Workload workload, Budget budget, List<Pod> pods, List<HorizontalPodAutoscaler> autoscalers) {
    Optional<Container> chosen =
        budget
            .container()
            .or(() -> onlyContainer(workload))
            .flatMap(name -> workload.container(name));
    if (chosen.isEmpty()) {
      return new Unusable(workload, "ContainerNotFound", whichContainer(workload, budget));
    }
    Container container = chosen.get();
    return new Target(
        workload,
        container,
        pods,
        autoscalers,
        MemoryLimit.of(container, pods, workload.rollout().progress(), budget.memory().limit()),
        CpuCount.of(container),
        ReplicaCeiling.of(workload, autoscalers));
  }

  private static Optional<String> onlyContainer(Workload workload) {
    return Optional.of(workload.containers())
        .filter(containers -> containers.size() == 1)
        .map(containers -> containers.getFirst().getName());
  }

  private static String whichContainer(Workload workload, Budget budget) {
    String names =
        workload.containers().stream().map(Container::getName).collect(Collectors.joining(", "));
    return budget
        .container()
        .map(
            name ->
                "%s has no container %s (it has %s): correct spec.container."
                    .formatted(workload.ref(), name, names))
        .orElse(
            "%s has several containers (%s): name the one to size in spec.container."
                .formatted(workload.ref(), names));
  }

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
