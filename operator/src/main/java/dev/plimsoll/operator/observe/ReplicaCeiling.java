package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;

/** The most pods of a workload that can run at once. */
final class ReplicaCeiling {
  private ReplicaCeiling() {}

  /**
   * The replicas, or the maximum of an autoscaler where that is more, and what a rollout may start
   * above them.
   *
   * @param autoscalers those of the namespace
   */
  static int of(Workload workload, List<HorizontalPodAutoscaler> autoscalers) {
    TargetKey target = TargetKey.of(workload.resource());
    int replicas =
        autoscalers.stream()
            .filter(autoscaler -> TargetKey.of(autoscaler).equals(target))
            .mapToInt(autoscaler -> autoscaler.getSpec().getMaxReplicas())
            .reduce(workload.replicas(), Math::max);
    return Math.max(1, replicas + workload.surgeAt(replicas));
  }
}
