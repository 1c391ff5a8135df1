package dev.plimsoll.operator.observe;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Set;

/** The horizontal pod autoscalers, without their ever-changing status. */
public final class AutoscalerCache {
  private final List<InformerEventSource<HorizontalPodAutoscaler, MemoryBudget>> sources;

  /**
   * Prepares the watch.
   *
   * @param namespaces empty means every one
   * @param budgets those for the workload that an autoscaler scales
   */
  public AutoscalerCache(
      Set<String> namespaces,
      SecondaryToPrimaryMapper<HorizontalPodAutoscaler> budgets,
      EventSourceContext<MemoryBudget> context) {
    sources =
        Watched.everyOne(
                HorizontalPodAutoscaler.class,
                AutoscalerCache::prune,
                (before, next) -> before.getSpec().equals(next.getSpec()),
                budgets)
            .sources(namespaces, context);
  }

  public List<InformerEventSource<HorizontalPodAutoscaler, MemoryBudget>> sources() {
    return sources;
  }

  List<HorizontalPodAutoscaler> in(String namespace) {
    return sources.stream().flatMap(source -> source.list(namespace, autoscaler -> true)).toList();
  }

  static HorizontalPodAutoscaler prune(HorizontalPodAutoscaler autoscaler) {
    var metadata = autoscaler.getMetadata();
    autoscaler.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(metadata.getNamespace())
            .withName(metadata.getName())
            .withResourceVersion(metadata.getResourceVersion())
            .build());
    autoscaler.setStatus(null);
    return autoscaler;
  }
}
