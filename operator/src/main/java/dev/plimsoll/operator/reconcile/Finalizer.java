package dev.plimsoll.operator.reconcile;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.PrimaryUpdateAndCacheUtils;
import java.net.HttpURLConnection;

/**
 * Keeps a budget from vanishing before what it set is given back. A budget carries it only while
 * something is applied, so that an operator that is gone hinders nobody's deletion for nothing.
 */
final class Finalizer {
  static final String NAME = "plimsoll.dev/release";

  private final KubernetesClient client;

  Finalizer(KubernetesClient client) {
    this.client = client;
  }

  /** Before something is applied. */
  void put(MemoryBudget budget) {
    PrimaryUpdateAndCacheUtils.addFinalizer(client, budget, NAME);
  }

  /** When nothing is applied any more. */
  void drop(MemoryBudget budget) {
    try {
      PrimaryUpdateAndCacheUtils.removeFinalizer(client, budget, NAME);
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
    }
  }
}
