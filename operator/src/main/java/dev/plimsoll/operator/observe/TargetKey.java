package dev.plimsoll.operator.observe;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.crds.v1alpha1.TargetSpec;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Optional;

/**
 * Names a workload across namespaces, whether it exists or not: what budgets, workloads and
 * autoscalers are matched by.
 *
 * @param kind as in the Kubernetes API
 */
public record TargetKey(String namespace, String kind, String name) {

  /** The workload itself. */
  public static TargetKey of(HasMetadata workload) {
    return new TargetKey(
        workload.getMetadata().getNamespace(),
        workload.getKind(),
        workload.getMetadata().getName());
  }

  /** The workload that a budget is for; empty where its spec does not name one. */
  public static Optional<TargetKey> of(MemoryBudget budget) {
    return Optional.ofNullable(budget.getSpec())
        .map(spec -> spec.targetRef())
        .flatMap(target -> of(budget.getMetadata().getNamespace(), target));
  }

  private static Optional<TargetKey> of(String namespace, TargetSpec target) {
    return target.kind() == null || target.name() == null
        ? Optional.empty()
        : Optional.of(new TargetKey(namespace, target.kind(), target.name()));
  }

  /** The workload that an autoscaler scales. */
  public static TargetKey of(HorizontalPodAutoscaler autoscaler) {
    var target = autoscaler.getSpec().getScaleTargetRef();
    return new TargetKey(
        autoscaler.getMetadata().getNamespace(), target.getKind(), target.getName());
  }

  /** As an index holds it. */
  List<String> indexed() {
    return List.of(toString());
  }

  @Override
  public String toString() {
    return namespace + "/" + kind + "/" + name;
  }
}
