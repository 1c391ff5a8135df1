package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanRequest;
import java.util.Optional;

/**
 * The limits at which a budget stops being impossible, and at which more memory stops helping.
 *
 * @param forMinimum the smallest limit that the smallest setting fits in
 * @param forFull the smallest limit at which no more memory would change the plan; empty where a
 *     knob has neither a max nor a CPU rule that counts
 */
public record LimitAdvice(Bytes forMinimum, Optional<Bytes> forFull) {
  /** Above any machine, and small enough for eight knobs' worth of it to be counted: 256 PiB. */
  static final Bytes BOUNDLESS = new Bytes(1L << 58);

  private static final long MOST_COUNTED = 1L << 61;

  /**
   * The advice for a request, whatever its limit.
   *
   * @throws IllegalArgumentException as {@link Planner#plan}, and where the reserve leaves nothing
   *     of any limit
   */
  public static LimitAdvice of(PlanRequest request) {
    Bytes minimum = smallestLimit(request, Setting.smallest(request).total());
    boolean open = request.knobs().stream().anyMatch(knob -> KnobRange.isOpen(knob, request));
    return new LimitAdvice(minimum, open ? Optional.empty() : Optional.of(full(request)));
  }

  private static Bytes full(PlanRequest request) {
    return switch (Planner.plan(request.withLimit(BOUNDLESS))) {
      case Plan plan -> smallestLimit(request, plan.total());
      case Infeasible infeasible -> infeasible.smallestLimit();
    };
  }

  /**
   * The smallest limit of which at least this much may be spent, to the byte.
   *
   * @throws IllegalArgumentException where the reserve leaves nothing of any limit
   */
  static Bytes smallestLimit(PlanRequest request, Bytes total) {
    long low = 0;
    long high = Math.max(1, total.count());
    while (isLess(request, high, total)) {
      if (high > MOST_COUNTED) {
        throw new IllegalArgumentException(
            "no limit leaves %s beside the reserve and below the soft line of %d %%: lower the reserve"
                .formatted(total, request.softPercent()));
      }
      low = high;
      high *= 2;
    }
    while (low + 1 < high) {
      long middle = low + (high - low) / 2;
      if (isLess(request, middle, total)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new Bytes(high);
  }

  private static boolean isLess(PlanRequest request, long limit, Bytes total) {
    return total.isMoreThan(request.withLimit(new Bytes(limit)).spendable());
  }
}
