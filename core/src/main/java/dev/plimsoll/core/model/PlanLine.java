package dev.plimsoll.core.model;

/**
 * One knob in a plan.
 *
 * @param knob the knob's name
 * @param value what the variable is set to
 * @param units how many there are in the container: the value, times its parent's value
 * @param unitCost memory of one unit
 * @param bound what held the value where it is
 */
public record PlanLine(String knob, int value, int units, Bytes unitCost, Bound bound) {

  /** The memory of all its units. */
  public Bytes cost() {
    return unitCost.times(units);
  }

  /** What held a value where it is. */
  public enum Bound {
    /** One step more would not fit the memory, or would be worth less than what it displaces. */
    MEMORY,
    /** The declared max. */
    MAX,
    /** The CPU rule. */
    CPU,
    /** The bound on all replicas together. */
    MAX_TOTAL,
    /** What running pods have been found to bear. */
    BORNE,
    /** The user's own value, kept. */
    FIXED,
    /** The declared min: the smallest setting was asked for. */
    MIN
  }
}
