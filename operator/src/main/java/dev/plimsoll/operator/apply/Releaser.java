package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.operator.apply.Steps.End;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/**
 * Gives a workload back: originals restored, nothing of ours left. It may be stopped anywhere and
 * run again, and what is not there needs no release.
 */
public final class Releaser {
  /** Reads anew this often when others write at the same time. */
  private static final int ATTEMPTS = 5;

  private final WorkloadRequests requests;

  public Releaser(KubernetesClient client) {
    this.requests = new WorkloadRequests(client);
  }

  /**
   * Releases.
   *
   * @param budget the name of the budget that lets go; what another budget has set stays
   * @throws io.fabric8.kubernetes.client.KubernetesClientException where the API server does not
   *     answer; trying again later may help
   */
  public ReleaseResult release(String namespace, TargetRef target, String budget) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Workload> read = requests.read(namespace, target);
      if (read.filter(workload -> !workload.isGoing()).isEmpty()) {
        return new ReleaseResult.Gone();
      }
      End end = new Steps(requests).run(read.get(), workload -> ReleasePlan.next(workload, budget));
      switch (end) {
        case End.Done done -> {
          return done.writes() == 0 && attempt == 0
              ? new ReleaseResult.Unchanged()
              : new ReleaseResult.Released();
        }
        case End.Gone _ -> {
          return new ReleaseResult.Gone();
        }
        case End.Refused(String reason, String message) -> {
          return new ReleaseResult.Refused(reason, message);
        }
        case End.Stale _ -> {}
      }
    }
    return new ReleaseResult.Stale();
  }
}
