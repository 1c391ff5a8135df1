package dev.plimsoll.operator.meter;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.meter.Agent.Life;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.PodCache;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A budget whose pods are metered.
 *
 * @param uid the budget's
 * @param container the one that the budget sizes
 * @param selector of the workload's pods
 * @param agents of the pods that run one
 * @param others names of the pods that run none
 */
public record Subject(
    String uid,
    ResourceID budget,
    String container,
    LabelSelector selector,
    List<Agent> agents,
    List<String> others) {
  private static final int PORT = 9797;

  public Subject {
    agents = List.copyOf(agents);
    others = List.copyOf(others);
  }

  /** What to meter for a budget. */
  public static Subject of(MemoryBudget budget, Observation.Target target) {
    return new Subject(
        budget.getMetadata().getUid(),
        ResourceID.fromResource(budget),
        target.container().getName(),
        target.workload().selector(),
        running(target.pods()).flatMap(pod -> agentOf(pod).stream()).toList(),
        running(target.pods())
            .filter(pod -> !carriesAgent(pod))
            .map(pod -> pod.getMetadata().getName())
            .toList());
  }

  Subject withoutPods() {
    return new Subject(uid, budget, container, selector, List.of(), List.of());
  }

  /** A terminating pod may still be killed. */
  private static Stream<Pod> running(List<Pod> pods) {
    return pods.stream()
        .filter(pod -> pod.getStatus() != null && "Running".equals(pod.getStatus().getPhase()));
  }

  /** Whether a pod of this name is among them. */
  boolean isOwn(String pod) {
    return others.contains(pod) || agents.stream().anyMatch(agent -> agent.name().equals(pod));
  }

  /** Whether the pod has the sidecar. */
  static boolean carriesAgent(Pod pod) {
    return pod.getSpec().getInitContainers().stream()
        .anyMatch(container -> PodCache.AGENT.equals(container.getName()));
  }

  private static Optional<Agent> agentOf(Pod pod) {
    return carriesAgent(pod)
        ? Optional.ofNullable(pod.getStatus().getPodIP())
            .filter(address -> !address.isEmpty())
            .map(
                address ->
                    new Agent(
                        pod.getMetadata().getUid(),
                        pod.getMetadata().getName(),
                        address,
                        PORT,
                        pod.getMetadata().getDeletionTimestamp() == null
                            ? Life.RUNNING
                            : Life.ENDING))
        : Optional.empty();
  }
}
