package dev.plimsoll.operator.observe;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at a budget's surroundings: its target fresh from the API server, the rest from caches. */
public final class Observer {
  private final KubernetesClient client;
  private final BudgetIndex budgets;
  private final PodCache pods;
  private final AutoscalerCache autoscalers;

  public Observer(
      KubernetesClient client, BudgetIndex budgets, PodCache pods, AutoscalerCache autoscalers) {
    this.client = client;
    this.budgets = budgets;
    this.pods = pods;
    this.autoscalers = autoscalers;
  }

  /**
   * One look.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException where the API server does not
   *     answer
   */
  public Observation observe(MemoryBudget resource, Budget budget) {
    String namespace = resource.getMetadata().getNamespace();
    Optional<Workload> found = read(namespace, budget.target());
    if (found.isEmpty()) {
      return new Observation.Missing(
          "TargetNotFound",
          "%s does not exist in namespace %s, so there is nothing to size: create it, and the plan follows by itself."
              .formatted(budget.target(), namespace));
    }
    Workload workload = found.get();
    if (workload.isGoing()) {
      return new Observation.Missing(
          "TargetGoing", budget.target() + " is being deleted: nothing is written to it.");
    }
    return budgets
        .elderOf(resource, TargetKey.of(workload.resource()))
        .<Observation>map(elder -> taken(workload, elder))
        .orElseGet(
            () ->
                Observation.of(
                    workload, budget, podsOf(workload, budget.name()), autoscalers.in(namespace)));
  }

  /** The target as it is now; empty where there is none. */
  public Optional<Workload> read(String namespace, TargetRef target) {
    HasMetadata resource =
        switch (target.kind()) {
          case DEPLOYMENT ->
              client
                  .resources(Deployment.class)
                  .inNamespace(namespace)
                  .withName(target.name())
                  .get();
          case STATEFUL_SET ->
              client
                  .resources(StatefulSet.class)
                  .inNamespace(namespace)
                  .withName(target.name())
                  .get();
        };
    return Optional.ofNullable(resource).map(Workload::of);
  }

  private static Observation taken(Workload workload, MemoryBudget elder) {
    return new Observation.Unusable(
        workload,
        "TargetTaken",
        "MemoryBudget %s is for %s as well and is the elder, so this one does nothing: delete one of the two."
            .formatted(elder.getMetadata().getName(), workload.ref()));
  }

  /**
   * From the cache where all of them carry our label, else listed by the workload's selector. The
   * label alone does not do: whoever copies a manifest copies it along.
   */
  private List<Pod> podsOf(Workload workload, String budget) {
    Map<String, String> selected = workload.selector().getMatchLabels();
    List<Pod> labelled =
        pods.in(workload.namespace())
            .filter(pod -> budget.equals(pod.getMetadata().getLabels().get(PodCache.LABEL)))
            .filter(
                pod -> pod.getMetadata().getLabels().entrySet().containsAll(selected.entrySet()))
            .toList();
    boolean isAll = !labelled.isEmpty() && labelled.size() >= workload.rollout().total();
    return isAll ? labelled : listed(workload.namespace(), workload.selector());
  }

  private List<Pod> listed(String namespace, LabelSelector selector) {
    return client.pods().inNamespace(namespace).withLabelSelector(selector).list().getItems();
  }
}
