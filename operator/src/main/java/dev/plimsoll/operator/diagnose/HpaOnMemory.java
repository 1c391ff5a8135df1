package dev.plimsoll.operator.diagnose;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.util.List;
import java.util.Optional;

/** An autoscaler adds replicas when memory is in use, which the plan makes sure it is. */
final class HpaOnMemory implements Diagnostic {
  private static final String MEMORY = "memory";
  private static final Reference REFERENCE =
      Reference.warning(
          HpaOnMemory.class,
          "a HorizontalPodAutoscaler of the workload with a resource metric on memory",
          "scale on CPU or on requests, and leave memory to the budget");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return surroundings.itsAutoscalers().stream()
        .filter(HpaOnMemory::scalesOnMemory)
        .map(
            autoscaler ->
                REFERENCE.finding(
                    "HorizontalPodAutoscaler %s scales on memory: it averages over replicas, so it cannot save the one that is full, and a plan that fills the limit makes it add replicas. Scale on CPU or on requests."
                        .formatted(autoscaler.getMetadata().getName())))
        .toList();
  }

  private static boolean scalesOnMemory(HorizontalPodAutoscaler autoscaler) {
    return Optional.ofNullable(autoscaler.getSpec().getMetrics()).orElse(List.of()).stream()
        .anyMatch(HpaOnMemory::isMemory);
  }

  private static boolean isMemory(MetricSpec metric) {
    boolean ofPod = metric.getResource() != null && MEMORY.equals(metric.getResource().getName());
    boolean ofContainer =
        metric.getContainerResource() != null
            && MEMORY.equals(metric.getContainerResource().getName());
    return ofPod || ofContainer;
  }
}
