package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.PlanRequest;

/**
 * A knob as the search sees it: plain numbers.
 *
 * @param index its place in the budget
 * @param unitCost bytes of one unit
 * @param weight its worth beside the others
 * @param low the fewest units
 * @param high the most units under a parent of one, of those the memory could hold
 * @param step from one value to the next
 * @param unitCap the most units over all of its parents
 * @param applied the value in force, or -1 where there is none
 */
record Item(
    int index, long unitCost, int weight, int low, int high, int step, long unitCap, int applied) {

  /** Takes in that a knob alone cannot use more than the memory there is. */
  static Item of(int index, Knob knob, PlanRequest request, long memory) {
    KnobRange range = KnobRange.of(knob, request);
    long unitCost = knob.unitCost().count();
    long affordable = unitCost == 0 ? Long.MAX_VALUE : memory / unitCost;
    return new Item(
        index,
        unitCost,
        knob.weight(),
        range.low(),
        range.high(),
        range.step(),
        Math.min(range.unitCap(), affordable),
        request.applied().getOrDefault(knob.name(), -1));
  }

  /** The most units under each unit of a parent; a parent of none leaves only the fewest. */
  int highUnder(int parentValue) {
    return parentValue == 0
        ? low
        : KnobRange.onStep(low, Math.min(high, unitCap / parentValue), step);
  }

  long cost(int parentValue, int value) {
    return unitCost * parentValue * value;
  }

  /** One where the value is not the one in force; none where nothing is in force. */
  int changes(int value) {
    return applied >= 0 && applied != value ? 1 : 0;
  }
}
