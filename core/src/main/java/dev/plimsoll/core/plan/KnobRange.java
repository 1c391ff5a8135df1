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
 * @param high the most that the declared max and the CPU rule allow, on a step from low; not above
 *     the 4096th value
 * @param step at least 1
 * @param heldBy what set high
 * @param unitCap the most units in one container so that all replicas together keep maxTotal
 */
record KnobRange(int low, int high, int step, Bound heldBy, long unitCap) {
  /** Keeps the search short where a knob has no declared max. */
  private static final int MOST_VALUES = 4096;

  static KnobRange of(Knob knob, PlanRequest request) {
    long unitCap =
        knob.maxTotal().isPresent()
            ? knob.maxTotal().getAsInt() / request.maxReplicas()
            : Integer.MAX_VALUE;
    Integer fixed = request.fixed().get(knob.name());
    if (fixed != null) {
      return new KnobRange(fixed, fixed, 1, Bound.FIXED, unitCap);
    }
    long cpu =
        knob.cpu().isPresent() && request.cpus().isPresent()
            ? knob.cpu().get().boundAt(request.cpus().getAsInt())
            : Long.MAX_VALUE;
    long max = knob.max().isPresent() ? knob.max().getAsInt() : Long.MAX_VALUE;
    long borne = request.most().getOrDefault(knob.name(), Integer.MAX_VALUE);
    long searched = knob.min() + (MOST_VALUES - 1L) * knob.step();
    return new KnobRange(
        knob.min(),
        onStep(knob.min(), Math.min(Math.min(searched, borne), Math.min(max, cpu)), knob.step()),
        knob.step(),
        heldBy(max, cpu, borne),
        unitCap);
  }

  private static Bound heldBy(long max, long cpu, long borne) {
    if (borne < Math.min(max, cpu)) {
      return Bound.BORNE;
    }
    return cpu < max ? Bound.CPU : Bound.MAX;
  }

  /** Whether nothing but memory bounds a knob. */
  static boolean isOpen(Knob knob, PlanRequest request) {
    return knob.max().isEmpty()
        && (knob.cpu().isEmpty() || request.cpus().isEmpty())
        && knob.maxTotal().isEmpty()
        && !request.most().containsKey(knob.name())
        && !request.fixed().containsKey(knob.name());
  }

  /** The largest value on a step from low that is not above the bound; low where there is none. */
  static int onStep(int low, long bound, int step) {
    long counted = Math.min(bound, Integer.MAX_VALUE);
    return counted <= low ? low : (int) (low + (counted - low) / step * step);
  }
}
