package dev.plimsoll.operator.reconcile;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;

/** What is done with a budget while it is there, and when it is gone. */
public interface BudgetLife {

  /** One pass of the loop over a budget that is there, though it may be going. */
  StepResult step(MemoryBudget budget);

  /** The budget is gone. */
  void gone(MemoryBudget budget);
}
