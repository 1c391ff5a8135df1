package dev.plimsoll.core.decide;

import dev.plimsoll.core.model.BrakeTerms;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.DegradeTerms;
import dev.plimsoll.core.model.GuardAction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A budget's terms for going down the ladder and up again.
 *
 * @param restoreAfter the hold before any failure
 * @param actions what is allowed
 */
public record LadderTerms(
    BrakeTerms brake,
    Duration restoreAfter,
    Optional<DegradeTerms> degrade,
    List<GuardAction> actions) {
  public LadderTerms {
    actions = List.copyOf(actions);
  }

  public static LadderTerms of(Budget budget) {
    return new LadderTerms(
        budget.brake(), budget.restoreAfter(), budget.degrade(), budget.guard().actions());
  }
}
