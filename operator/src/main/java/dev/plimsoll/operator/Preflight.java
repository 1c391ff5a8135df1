package dev.plimsoll.operator;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Set;

/**
 * Tells in one line what would otherwise be a silent wait: no API server, no CRD, no permission.
 */
final class Preflight {
  private static final ListOptions ONE = new ListOptionsBuilder().withLimit(1L).build();

  private final KubernetesClient client;

  Preflight(KubernetesClient client) {
    this.client = client;
  }

  /** The operator cannot work here; the message says why and what to do. */
  static final class FailedException extends RuntimeException {
    FailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads one budget in each namespace.
   *
   * @param namespaces empty means the whole cluster
   * @throws FailedException where that does not work
   */
  void check(Set<String> namespaces) {
    if (namespaces.isEmpty()) {
      check("the cluster", () -> client.resources(MemoryBudget.class).inAnyNamespace().list(ONE));
    }
    for (String namespace : namespaces) {
      check(
          "namespace " + namespace,
          () -> client.resources(MemoryBudget.class).inNamespace(namespace).list(ONE));
    }
  }

  private void check(String where, Runnable read) {
    try {
      read.run();
    } catch (KubernetesClientException e) {
      throw new FailedException(explain(where, e), e);
    }
  }

  private String explain(String where, KubernetesClientException e) {
    return switch (e.getCode()) {
      case HttpURLConnection.HTTP_NOT_FOUND ->
          "The API server knows no MemoryBudget: install the CRD, which the chart does with crds.install=true.";
      case HttpURLConnection.HTTP_FORBIDDEN, HttpURLConnection.HTTP_UNAUTHORIZED ->
          "The operator may not list MemoryBudgets in %s: bind the chart's role to its service account, or name the namespaces it may watch in PLIMSOLL_NAMESPACES."
              .formatted(where);
      default ->
          "The API server at %s does not answer (%s): check the address and the network."
              .formatted(client.getMasterUrl(), e.getMessage());
    };
  }
}
