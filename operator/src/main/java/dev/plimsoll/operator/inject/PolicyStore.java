package dev.plimsoll.operator.inject;

import dev.plimsoll.operator.apply.BudgetLabel;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;

/**
 * The policies of a namespace: one ConfigMap, one key for each budget. Each key is applied under a
 * manager of its own, so that no budget's write touches another's.
 */
public final class PolicyStore {
  /** The ConfigMap's name in every namespace, so that a role can name it. */
  public static final String NAME = "plimsoll-policy";

  private final KubernetesClient client;

  public PolicyStore(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Sees to it that a budget's policy is this; a request to read it, and one to write it only where
   * it differs.
   *
   * @throws KubernetesClientException where the API server does not answer, or refuses
   */
  public void put(String namespace, String budget, String policy) {
    Optional<String> now = read(namespace).map(map -> data(map).get(PolicyKey.of(budget)));
    if (!now.equals(Optional.of(policy))) {
      apply(namespace, budget, Map.of(PolicyKey.of(budget), policy));
    }
  }

  /**
   * Takes a budget's policy away, and the ConfigMap with the last one.
   *
   * @throws KubernetesClientException where the API server does not answer, or refuses
   */
  public void remove(String namespace, String budget) {
    Optional<ConfigMap> found =
        read(namespace).filter(map -> data(map).containsKey(PolicyKey.of(budget)));
    if (found.isEmpty()) {
      return;
    }
    ConfigMap left = apply(namespace, budget, Map.of());
    if (data(left).isEmpty()) {
      deleteUnlessChanged(left);
    }
  }

  private Optional<ConfigMap> read(String namespace) {
    return Optional.ofNullable(client.configMaps().inNamespace(namespace).withName(NAME).get());
  }

  private static Map<String, String> data(ConfigMap map) {
    return map.getData() == null ? Map.of() : map.getData();
  }

  private ConfigMap apply(String namespace, String budget, Map<String, String> data) {
    ConfigMap part =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(NAME)
            .withNamespace(namespace)
            .addToLabels("app.kubernetes.io/managed-by", "plimsoll")
            .endMetadata()
            .withData(data)
            .build();
    return client
        .resource(part)
        .fieldManager("plimsoll-policy-" + BudgetLabel.valueFor(budget))
        .forceConflicts()
        .serverSideApply();
  }

  /** Another budget may have put its policy there meanwhile. */
  private void deleteUnlessChanged(ConfigMap left) {
    try {
      client.resource(left).lockResourceVersion().delete();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT
          && e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
    }
  }
}
