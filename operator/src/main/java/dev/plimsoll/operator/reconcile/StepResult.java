package dev.plimsoll.operator.reconcile;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.crds.v1alpha1.MemoryBudgetStatus;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Optional;

/**
 * What a pass comes to.
 *
 * @param status what to write; empty where its meaning has not changed
 * @param again when to look again though nothing happens
 */
public record StepResult(Optional<MemoryBudgetStatus> status, Optional<Duration> again) {
  static final StepResult NOTHING = new StepResult(Optional.empty(), Optional.empty());

  /**
   * The status goes by server-side apply, so the object holds nothing else; the UID keeps it from
   * going to a budget that was made anew under the same name.
   */
  UpdateControl<MemoryBudget> toUpdateControl(MemoryBudget budget) {
    UpdateControl<MemoryBudget> control =
        status
            .map(next -> UpdateControl.patchStatus(withStatus(budget, next)))
            .orElseGet(UpdateControl::noUpdate);
    again.ifPresent(control::rescheduleAfter);
    return control;
  }

  private static MemoryBudget withStatus(MemoryBudget budget, MemoryBudgetStatus status) {
    MemoryBudget fresh = new MemoryBudget();
    fresh.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(budget.getMetadata().getNamespace())
            .withName(budget.getMetadata().getName())
            .withUid(budget.getMetadata().getUid())
            .build());
    fresh.setStatus(status);
    return fresh;
  }
}
