package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.PlanLine.Bound;

/** Tells why a best setting has no more of a knob: what one step more would break. */
final class HeldBy {

  private HeldBy() {}

  static Bound of(Setting setting, int knob) {
    KnobRange range = KnobRange.of(setting.knob(knob), setting.request());
    long next = (long) setting.value(knob) + range.step();
    if (setting.isFixed(knob) || next > range.high()) {
      return range.heldBy();
    }
    boolean ownCapBroken = next * setting.parentValue(knob) > range.unitCap();
    if (ownCapBroken || setting.children(knob).anyMatch(c -> unitsAtLow(setting, c, next))) {
      return Bound.MAX_TOTAL;
    }
    if (setting.stepCost(knob).isMoreThan(setting.left())) {
      return Bound.MEMORY;
    }
    // It would fit: children at their present value are what it would put above their cap.
    return setting.children(knob).anyMatch(c -> unitsAsTheyAre(setting, c, next))
        ? Bound.MAX_TOTAL
        : Bound.MEMORY;
  }

  private static boolean unitsAtLow(Setting setting, int child, long parentValue) {
    KnobRange range = KnobRange.of(setting.knob(child), setting.request());
    return parentValue * range.low() > range.unitCap();
  }

  private static boolean unitsAsTheyAre(Setting setting, int child, long parentValue) {
    KnobRange range = KnobRange.of(setting.knob(child), setting.request());
    return parentValue * setting.value(child) > range.unitCap();
  }
}
