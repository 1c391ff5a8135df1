package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.apply.Steps.End;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Puts settings on a workload. Each request is made from the workload's resourceVersion, and what
 * is left to do is told from the workload alone: it may be stopped anywhere and run again.
 */
public final class Applier {
  private final Steps steps;

  public Applier(KubernetesClient client) {
    this.steps = new Steps(new WorkloadRequests(client));
  }

  /**
   * Applies.
   *
   * @param workload as read from the API server just now, not from a cache
   * @throws io.fabric8.kubernetes.client.KubernetesClientException where the API server does not
   *     answer; trying again later may help
   */
  public ApplyResult apply(Workload workload, DesiredSettings settings) {
    End end = steps.run(workload, current -> WorkloadPatch.of(current, settings).next());
    return switch (end) {
      case End.Done(Workload _, int writes) when writes == 0 -> new ApplyResult.Unchanged();
      case End.Done(Workload after, int _) -> new ApplyResult.Applied(workload, after);
      case End.Stale _, End.Gone _ -> new ApplyResult.Stale();
      case End.Refused(String reason, String message) -> new ApplyResult.Refused(reason, message);
    };
  }
}
