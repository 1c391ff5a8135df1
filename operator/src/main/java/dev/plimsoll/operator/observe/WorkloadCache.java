package dev.plimsoll.operator.observe;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpecBuilder;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every Deployment and StatefulSet, pruned to what says that a budget should look again: that one
 * exists, that its spec has changed, and where its rollout stands. A budget's own target is read
 * whole, and fresh, when it is looked at.
 */
public final class WorkloadCache {
  /** How the annotations begin that are ours. */
  private static final String OURS = "plimsoll.dev/";

  private final List<InformerEventSource<Deployment, MemoryBudget>> deployments;
  private final List<InformerEventSource<StatefulSet, MemoryBudget>> statefulSets;

  /**
   * Prepares the watches.
   *
   * @param namespaces empty means every one
   * @param budgets those that are for a workload
   */
  public WorkloadCache(
      Set<String> namespaces,
      SecondaryToPrimaryMapper<HasMetadata> budgets,
      EventSourceContext<MemoryBudget> context) {
    deployments =
        Watched.<Deployment>everyOne(
                Deployment.class,
                WorkloadCache::prune,
                WorkloadCache::same,
                deployment -> budgets.toPrimaryResourceIDs(deployment))
            .sources(namespaces, context);
    statefulSets =
        Watched.<StatefulSet>everyOne(
                StatefulSet.class,
                WorkloadCache::prune,
                WorkloadCache::same,
                statefulSet -> budgets.toPrimaryResourceIDs(statefulSet))
            .sources(namespaces, context);
  }

  public Stream<InformerEventSource<? extends HasMetadata, MemoryBudget>> sources() {
    return Stream.concat(deployments.stream(), statefulSets.stream());
  }

  /** The workloads that carry an annotation of ours; templates are not kept. */
  public Stream<Workload> marked() {
    return sources()
        .flatMap(source -> source.list(workload -> !ours(workload).isEmpty()))
        .map(Workload::of);
  }

  /** The pruned workload; templates are not kept. */
  public Optional<Workload> get(TargetKey key) {
    ResourceID id = new ResourceID(key.name(), key.namespace());
    return sources()
        .filter(source -> source.resourceType().getSimpleName().equals(key.kind()))
        .flatMap(source -> source.get(id).stream())
        .findFirst()
        .map(Workload::of);
  }

  static Deployment prune(Deployment deployment) {
    var spec = deployment.getSpec();
    pruneMetadata(deployment);
    deployment.setSpec(
        new DeploymentSpecBuilder()
            .withReplicas(spec.getReplicas())
            .withPaused(spec.getPaused())
            .withStrategy(spec.getStrategy())
            .withProgressDeadlineSeconds(spec.getProgressDeadlineSeconds())
            .build());
    return deployment;
  }

  static StatefulSet prune(StatefulSet statefulSet) {
    var spec = statefulSet.getSpec();
    pruneMetadata(statefulSet);
    statefulSet.setSpec(
        new StatefulSetSpecBuilder()
            .withReplicas(spec.getReplicas())
            .withUpdateStrategy(spec.getUpdateStrategy())
            .build());
    return statefulSet;
  }

  private static void pruneMetadata(HasMetadata workload) {
    var metadata = workload.getMetadata();
    workload.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(metadata.getNamespace())
            .withName(metadata.getName())
            .withUid(metadata.getUid())
            .withResourceVersion(metadata.getResourceVersion())
            .withGeneration(metadata.getGeneration())
            .withDeletionTimestamp(metadata.getDeletionTimestamp())
            .withAnnotations(ours(workload))
            .build());
  }

  private static Map<String, String> ours(HasMetadata workload) {
    return Optional.ofNullable(workload.getMetadata().getAnnotations())
        .orElse(Map.of())
        .entrySet()
        .stream()
        .filter(annotation -> annotation.getKey().startsWith(OURS))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static boolean same(HasMetadata before, HasMetadata next) {
    return Watched.sameDeletion(before, next)
        && Objects.equals(before.getMetadata().getGeneration(), next.getMetadata().getGeneration())
        && ours(before).equals(ours(next))
        && Workload.of(before).rollout().equals(Workload.of(next).rollout());
  }
}
