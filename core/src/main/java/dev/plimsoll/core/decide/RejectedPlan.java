package dev.plimsoll.core.decide;

import java.util.Map;

/**
 * A plan that was taken back.
 *
 * @param values by knob
 * @param generation of the budget that it was made for
 * @param image of the container that it failed on
 */
public record RejectedPlan(Map<String, Integer> values, long generation, String image) {

  /** Whether it bars these values: the same ones, with neither spec nor image changed since. */
  public boolean bars(Map<String, Integer> newValues, long newGeneration, String newImage) {
    return values.equals(newValues) && generation == newGeneration && image.equals(newImage);
  }
}
