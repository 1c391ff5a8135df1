package dev.plimsoll.operator.meter;

import dev.plimsoll.core.model.Bytes;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.ContainerMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks metrics.k8s.io, which metrics-server or another adapter serves. */
final class MetricsApi implements WorkingSetSource {
  private final KubernetesClient client;

  MetricsApi(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public Map<String, Bytes> of(Subject subject) throws RefusedException {
    Map<String, Bytes> byPod = new HashMap<>();
    try {
      client
          .top()
          .pods()
          .inNamespace(subject.budget().getNamespace().orElseThrow())
          .withLabels(Optional.ofNullable(subject.selector().getMatchLabels()).orElse(Map.of()))
          .metrics()
          .getItems()
          .forEach(
              pod ->
                  workingSet(pod, subject)
                      .ifPresent(amount -> byPod.put(pod.getMetadata().getName(), amount)));
    } catch (KubernetesClientException e) {
      throw new RefusedException(why(e), e);
    }
    return byPod;
  }

  private static Optional<Bytes> workingSet(PodMetrics pod, Subject subject) {
    return subject.isOwn(pod.getMetadata().getName())
        ? pod.getContainers().stream()
            .filter(container -> subject.container().equals(container.getName()))
            .map(ContainerMetrics::getUsage)
            .flatMap(usage -> Optional.ofNullable(usage.get("memory")).stream())
            .map(Quantity::getAmountInBytes)
            .map(amount -> new Bytes(Math.max(0, amount.longValue())))
            .findFirst()
        : Optional.empty();
  }

  private static String why(KubernetesClientException e) {
    return switch (e.getCode()) {
      case HttpURLConnection.HTTP_NOT_FOUND -> "the cluster does not serve it";
      case HttpURLConnection.HTTP_UNAVAILABLE -> "what serves it is down";
      case HttpURLConnection.HTTP_FORBIDDEN -> "the operator may not list pods.metrics.k8s.io";
      default -> "it does not answer";
    };
  }
}
