package dev.plimsoll.operator.reconcile;

import dev.plimsoll.operator.observe.Caches;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.function.Consumer;

/** Makes what is done with budgets. */
public interface LifeFactory {

  /**
   * Makes it once.
   *
   * @param caches what is watched beside the budgets
   * @param wake has a budget looked at
   */
  BudgetLife of(Caches caches, Consumer<ResourceID> wake);
}
