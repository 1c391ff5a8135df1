package dev.plimsoll.operator.act;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** Evicts pods, which a disruption budget may refuse; pods are never deleted past one. */
public final class PodEvictor {
  /** A disruption budget says not now. */
  private static final int TOO_MANY_REQUESTS = 429;

  private final KubernetesClient client;

  public PodEvictor(KubernetesClient client) {
    this.client = client;
  }

  /** Whether a pod is on its way out. */
  public enum Outcome {
    EVICTED,
    /** Try again later. */
    REFUSED
  }

  /**
   * Evicts one pod; one that is gone counts as evicted.
   *
   * @throws KubernetesClientException where the API server does not answer
   */
  public Outcome evict(Pod pod) {
    try {
      boolean evicted =
          client
              .pods()
              .inNamespace(pod.getMetadata().getNamespace())
              .withName(pod.getMetadata().getName())
              .evict();
      return evicted ? Outcome.EVICTED : Outcome.REFUSED;
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case HttpURLConnection.HTTP_NOT_FOUND -> Outcome.EVICTED;
        case TOO_MANY_REQUESTS -> Outcome.REFUSED;
        default -> throw e;
      };
    }
  }
}
