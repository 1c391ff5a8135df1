package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.core.spec.Defaults;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.EffectiveValues;
import dev.plimsoll.operator.apply.Sidecar;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.diagnose.Severity;
import dev.plimsoll.operator.inject.Policies;
import dev.plimsoll.operator.inject.PolicyStore;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps a budget's policy where its agents read it. An agent without one guards by its defaults, so
 * a refusal is told and hinders nothing.
 */
final class PolicyDelivery {
  private final PolicyStore store;

  PolicyDelivery(PolicyStore store) {
    this.store = store;
  }

  /** While agents are in the pods their policy is there and true, else it is gone. */
  Optional<Finding> keep(Situation situation) {
    if (situation.budget().mode() == Mode.RECOMMEND
        || situation.budget().paused() == Budget.Pause.PAUSED) {
      return Optional.empty();
    }
    return Sidecar.oursOn(situation.workload()).isPresent()
        ? put(situation, situation.planning().effective())
        : remove(situation.workload().namespace(), situation.budget().name());
  }

  /** Before pods start with these settings, so that their agents find what is planned for them. */
  Optional<Finding> ahead(Situation situation, DesiredSettings settings) {
    if (!settings.agent().isOn(situation.workload())) {
      return Optional.empty();
    }
    Map<String, Integer> values = new HashMap<>(situation.planning().effective());
    values.putAll(EffectiveValues.of(situation.budget(), settings));
    return put(situation, values);
  }

  /** After the last pod with an agent was given up. */
  Optional<Finding> remove(String namespace, String budget) {
    return unlessRefused(() -> store.remove(namespace, budget), namespace);
  }

  private Optional<Finding> put(Situation situation, Map<String, Integer> values) {
    String namespace = situation.workload().namespace();
    String text =
        Policies.textOf(situation.budget(), situation.target(), workers(situation, values));
    return unlessRefused(() -> store.put(namespace, situation.budget().name(), text), namespace);
  }

  /** In Guard the number is the user's, and what the agent counts is the truth. */
  private static OptionalInt workers(Situation situation, Map<String, Integer> values) {
    Integer workers = values.get(Defaults.WORKERS);
    return situation.budget().mode() == Mode.GUARD || workers == null
        ? OptionalInt.empty()
        : OptionalInt.of(workers);
  }

  private static Optional<Finding> unlessRefused(Runnable writing, String namespace) {
    try {
      writing.run();
      return Optional.empty();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
        throw e;
      }
      return Optional.of(
          new Finding(
              "PolicyNotWritten",
              Severity.WARNING,
              "The operator may not write ConfigMap %s of namespace %s, so agents there guard by their defaults. Let it create, get, patch and delete that ConfigMap: the chart's roles do."
                  .formatted(PolicyStore.NAME, namespace)));
    }
  }
}
