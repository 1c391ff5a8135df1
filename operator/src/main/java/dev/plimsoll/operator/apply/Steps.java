package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.function.Function;

/** Takes one step after the other until there is nothing left to do. */
record Steps(WorkloadRequests requests) {
  /** Far more than the longest way takes, and enough when a controller writes status meanwhile. */
  private static final int MOST = 12;

  private static final int UNPROCESSABLE = 422;

  /** How the last step ended. */
  sealed interface End {
    /** There was nothing left to do. */
    record Done(Workload workload, int writes) implements End {}

    /** The workload is not the one that was decided on. */
    record Stale() implements End {}

    /** The workload is not there. */
    record Gone() implements End {}

    /** The API server refused a request for good. */
    record Refused(String reason, String message) implements End {}
  }

  /** What a request came to. */
  private sealed interface Sent {
    record Written(Workload workload) implements Sent {}

    /** Nothing was written, because somebody else had written to the workload. */
    record Outrun() implements Sent {}

    record Ended(End end) implements Sent {}
  }

  /**
   * Runs.
   *
   * @param next the next step, told from the workload as it is
   */
  End run(Workload start, Function<Workload, Step> next) {
    Workload workload = start;
    int writes = 0;
    for (int request = 0; request < MOST; request++) {
      Step step = next.apply(workload);
      if (step instanceof Step.Done) {
        return new End.Done(workload, writes);
      }
      switch (send(workload, step)) {
        case Sent.Written written -> {
          workload = written.workload();
          writes++;
        }
        case Sent.Outrun _ -> {
          Optional<Workload> now = requests.read(workload.namespace(), workload.ref());
          if (now.isEmpty()) {
            return new End.Gone();
          }
          if (!isTheSameToUs(workload, now.get())) {
            return new End.Stale();
          }
          workload = now.get();
        }
        case Sent.Ended ended -> {
          return ended.end();
        }
      }
    }
    return new End.Refused(
        "NotSettled",
        "%s is not as wanted after %d requests, so something in the cluster undoes them at once. Look for an admission webhook or a controller that changes it."
            .formatted(start.ref(), MOST));
  }

  /** Controllers write a workload's status all the time, which changes no decision. */
  private static boolean isTheSameToUs(Workload before, Workload now) {
    return before.uid().equals(now.uid())
        && before.rollout().generation() == now.rollout().generation()
        && Annotations.ALL.stream()
            .allMatch(
                name ->
                    Optional.ofNullable(before.annotations().get(name))
                        .equals(Optional.ofNullable(now.annotations().get(name))));
  }

  private Sent send(Workload workload, Step step) {
    try {
      return new Sent.Written(requests.send(workload, step));
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case HttpURLConnection.HTTP_CONFLICT -> new Sent.Outrun();
        case HttpURLConnection.HTTP_NOT_FOUND -> new Sent.Ended(new End.Gone());
        case UNPROCESSABLE ->
            hasChanged(workload) ? new Sent.Outrun() : new Sent.Ended(refused(workload, e));
        case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_FORBIDDEN ->
            new Sent.Ended(refused(workload, e));
        default -> throw e;
      };
    }
  }

  /** A patch whose test failed looks like any other invalid request. */
  private boolean hasChanged(Workload workload) {
    return requests
        .read(workload.namespace(), workload.ref())
        .map(Workload::resourceVersion)
        .filter(workload.resourceVersion()::equals)
        .isEmpty();
  }

  private static End refused(Workload workload, KubernetesClientException e) {
    String said = e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage();
    return new End.Refused(
        "ApplyRefused",
        "The API server refuses the change of %s: %s. Fix what it names, then change the budget or the workload to try again."
            .formatted(workload.ref(), said));
  }
}
