package dev.plimsoll.operator.observe;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The pods that carry our label, pruned to what limits, rollouts and kills are read from. */
public final class PodCache {
  /** The label on a pod that names its budget. */
  public static final String LABEL = "plimsoll.dev/budget";

  /** The name of the agent's container, a sidecar among the init containers. */
  public static final String AGENT = "plimsoll-agent";

  private final List<InformerEventSource<Pod, MemoryBudget>> sources;

  /**
   * Prepares the watch.
   *
   * @param namespaces empty means every one
   */
  public PodCache(Set<String> namespaces, EventSourceContext<MemoryBudget> context) {
    sources =
        new Watched<>(Pod.class, LABEL, PodCache::prune, PodCache::same, PodCache::budgetOf)
            .sources(namespaces, context);
  }

  public List<InformerEventSource<Pod, MemoryBudget>> sources() {
    return sources;
  }

  /** The labelled pods of a namespace, pruned. */
  Stream<Pod> in(String namespace) {
    return sources.stream().flatMap(source -> source.list(namespace, pod -> true));
  }

  private static Set<ResourceID> budgetOf(Pod pod) {
    return Optional.ofNullable(pod.getMetadata().getLabels().get(LABEL))
        .map(budget -> Set.of(new ResourceID(budget, pod.getMetadata().getNamespace())))
        .orElse(Set.of());
  }

  static Pod prune(Pod pod) {
    var metadata = pod.getMetadata();
    pod.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(metadata.getNamespace())
            .withName(metadata.getName())
            .withUid(metadata.getUid())
            .withResourceVersion(metadata.getResourceVersion())
            .withCreationTimestamp(metadata.getCreationTimestamp())
            .withDeletionTimestamp(metadata.getDeletionTimestamp())
            .withLabels(metadata.getLabels())
            .withOwnerReferences(metadata.getOwnerReferences())
            .build());
    pod.setSpec(prune(pod.getSpec()));
    pod.setStatus(prune(Optional.ofNullable(pod.getStatus()).orElseGet(PodStatus::new)));
    return pod;
  }

  private static PodSpec prune(PodSpec spec) {
    return new PodSpecBuilder()
        .withContainers(spec.getContainers().stream().map(PodCache::prune).toList())
        .withInitContainers(
            spec.getInitContainers().stream()
                .filter(container -> AGENT.equals(container.getName()))
                .map(PodCache::prune)
                .toList())
        .build();
  }

  private static Container prune(Container container) {
    return new ContainerBuilder()
        .withName(container.getName())
        .withImage(container.getImage())
        .withResources(container.getResources())
        .build();
  }

  private static PodStatus prune(PodStatus status) {
    return new PodStatusBuilder()
        .withPhase(status.getPhase())
        .withPodIP(status.getPodIP())
        .withConditions(status.getConditions().stream().filter(PodCache::isReady).toList())
        .withContainerStatuses(status.getContainerStatuses())
        .withInitContainerStatuses(
            status.getInitContainerStatuses().stream()
                .filter(container -> AGENT.equals(container.getName()))
                .toList())
        .build();
  }

  private static boolean isReady(PodCondition condition) {
    return "Ready".equals(condition.getType());
  }

  private static boolean same(Pod before, Pod next) {
    return Watched.sameDeletion(before, next)
        && before.getSpec().equals(next.getSpec())
        && before.getStatus().equals(next.getStatus())
        && before.getMetadata().getLabels().equals(next.getMetadata().getLabels());
  }
}
