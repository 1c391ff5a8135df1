package dev.plimsoll.operator.observe;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds budgets by the workload that they are for. */
public final class BudgetIndex {
  private static final String BY_TARGET = "target";

  /** The elder keeps a workload that two budgets are for; of the same second, the first by name. */
  private static final Comparator<MemoryBudget> BY_AGE =
      Comparator.<MemoryBudget, String>comparing(
              budget -> budget.getMetadata().getCreationTimestamp())
          .thenComparing(budget -> budget.getMetadata().getName());

  private final IndexerResourceCache<MemoryBudget> budgets;

  /** Adds the index to a cache that has not started yet. */
  public BudgetIndex(IndexerResourceCache<MemoryBudget> budgets) {
    this.budgets = budgets;
    budgets.addIndexer(
        BY_TARGET, budget -> TargetKey.of(budget).map(TargetKey::indexed).orElse(List.of()));
  }

  /** The budgets that a change of a workload concerns. */
  public Set<ResourceID> budgetsOf(HasMetadata workload) {
    return budgetsFor(TargetKey.of(workload));
  }

  /** The budgets that a change of an autoscaler concerns. */
  public Set<ResourceID> budgetsBehind(HorizontalPodAutoscaler autoscaler) {
    return budgetsFor(TargetKey.of(autoscaler));
  }

  /** The budgets for a workload, whether it exists or not. */
  public Set<ResourceID> budgetsFor(TargetKey target) {
    return budgets.byIndex(BY_TARGET, target.toString()).stream()
        .map(ResourceID::fromResource)
        .collect(Collectors.toSet());
  }

  /** The budget that has the workload in its stead, if another one does. */
  Optional<MemoryBudget> elderOf(MemoryBudget budget, TargetKey target) {
    return budgets.byIndex(BY_TARGET, target.toString()).stream()
        .min(BY_AGE)
        .filter(eldest -> BY_AGE.compare(eldest, budget) < 0);
  }
}
