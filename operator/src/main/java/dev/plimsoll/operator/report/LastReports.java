package dev.plimsoll.operator.report;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.crds.v1alpha1.MemoryBudgetStatus;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The status that was last reported of each budget. The cache that a pass reads may lag behind our
 * own write: a status made from it would forget what was just done, and since when a condition
 * holds.
 */
public final class LastReports {
  private final Map<String, MemoryBudgetStatus> byUid = new ConcurrentHashMap<>();

  /** What the next report goes on from: our last, else what the budget carries. */
  public Optional<MemoryBudgetStatus> of(MemoryBudget budget) {
    return Optional.ofNullable(byUid.get(budget.getMetadata().getUid()))
        .or(() -> Optional.ofNullable(budget.getStatus()));
  }

  /**
   * Keeps a report.
   *
   * @return whether it is to be written: it differs from the last, or from what the budget carries
   *     as far as the cache knows
   */
  public boolean keep(MemoryBudget budget, MemoryBudgetStatus next) {
    MemoryBudgetStatus last = byUid.put(budget.getMetadata().getUid(), next);
    boolean isNews = last != null && !last.equals(next);
    return isNews || !next.equals(budget.getStatus());
  }

  /** Lets go of a budget that is gone. */
  public void forget(MemoryBudget budget) {
    byUid.remove(budget.getMetadata().getUid());
  }
}
