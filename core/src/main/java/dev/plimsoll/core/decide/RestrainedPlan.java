package dev.plimsoll.core.decide;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.Planner;
import java.util.Optional;

/** Plans as far as pods have shown that they bear it. */
public final class RestrainedPlan {
  private RestrainedPlan() {}

  /**
   * The best plan within an extent.
   *
   * @param workers the knob that says how many workers there are, where there is one
   * @throws IllegalArgumentException as {@link Planner#plan}
   */
  public static PlanOutcome of(PlanRequest request, Extent extent, Optional<Knob> workers) {
    return switch (extent) {
      case Extent.Whole _ -> Planner.plan(request);
      case Extent.Smallest _, Extent.Braked _ -> Planner.smallest(request);
      case Extent.Workers(int most) ->
          workers
              .map(knob -> Planner.plan(request.withMost(knob.name(), most)))
              .orElseGet(() -> Planner.plan(request));
    };
  }
}
