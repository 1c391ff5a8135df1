package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.PlanLine.Bound;
import dev.plimsoll.core.model.PlanRequest;

/**
 * The values that a knob may take, memory aside: from low to high by step, and what set high.
 *
 * <p>The declared minimum is a floor: a CPU rule or a bound on all replicas that lies below it
 * leaves the minimum as the only value.
 *
 * @param low the fewest units, or the user's own value
 * @param high the most that the declared max and the CPU rule allow, on a step from low
 * @param step at least 1
 * @param heldBy what set high
 * @param unitCap the most units in one container so that all replicas together keep maxTotal
 */
record KnobRange(int low, int high, int step, Bound heldBy, long unitCap) {

  static KnobRange of(Knob knob, PlanRequest request) {
    long unitCap =
        knob.maxTotal().isPresent()
            ? knob.maxTotal().getAsInt() / request.maxReplicas()
            : Integer.MAX_VALUE;
    Integer fixed = request.fixed().get(knob.name());
    if (fixed != null) {
      return new KnobRange(fixed, fixed, 1, Bound.FIXED, unitCap);
    }
    int max = knob.max().orElse(Integer.MAX_VALUE);
    int cpu =
        knob.cpu().isPresent() && request.cpus().isPresent()
            ? knob.cpu().get().boundAt(request.cpus().getAsInt())
            : Integer.MAX_VALUE;
    return new KnobRange(
        knob.min(),
        onStep(knob.min(), Math.min(max, cpu), knob.step()),
        knob.step(),
        cpu < max ? Bound.CPU : Bound.MAX,
        unitCap);
  }

  /** Whether nothing but memory bounds the knob. */
  boolean isOpen() {
    return unitCap == Integer.MAX_VALUE && (long) high + step > Integer.MAX_VALUE;
  }

  /** The largest value on a step from low that is not above the bound; low where there is none. */
  static int onStep(int low, long bound, int step) {
    return bound <= low ? low : (int) (low + (bound - low) / step * step);
  }
}
