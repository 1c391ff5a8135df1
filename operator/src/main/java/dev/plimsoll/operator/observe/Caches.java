package dev.plimsoll.operator.observe;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is watched beside the budgets themselves. */
public record Caches(
    BudgetIndex budgets, WorkloadCache workloads, PodCache pods, AutoscalerCache autoscalers) {

  /**
   * Prepares every watch.
   *
   * @param namespaces empty means every one
   */
  public static Caches prepare(Set<String> namespaces, EventSourceContext<MemoryBudget> context) {
    BudgetIndex budgets = new BudgetIndex(context.getPrimaryCache());
    return new Caches(
        budgets,
        new WorkloadCache(namespaces, budgets::budgetsOf, context),
        new PodCache(namespaces, context),
        new AutoscalerCache(namespaces, budgets::budgetsBehind, context));
  }

  /** The sources of events to start. */
  public List<EventSource<?, MemoryBudget>> sources() {
    return Stream.<EventSource<?, MemoryBudget>>concat(
            workloads.sources(),
            Stream.concat(pods.sources().stream(), autoscalers.sources().stream()))
        .toList();
  }
}
