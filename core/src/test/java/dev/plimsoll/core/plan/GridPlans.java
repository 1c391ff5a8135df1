package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.PlanRequest;
import java.util.Arrays;
import java.util.List;

/**
 * The textbook's way to the largest worth, for full-sized budgets: a table over whole mebibytes,
 * for each value of the one parent. Right where every cost is a whole mebibyte.
 */
final class GridPlans {
  private static final long MIB = Bytes.ofMebi(1).count();

  private GridPlans() {}

  /**
   * The most that a plan can be worth.
   *
   * @param request whose first knob stands alone, others stand alone or are per the first
   */
  static double mostWorth(PlanRequest request) {
    Knob parent = request.knobs().getFirst();
    int cells = (int) (request.spendable().minusOrZero(request.base()).count() / MIB);
    double most = Double.NEGATIVE_INFINITY;
    for (int value = parent.min(); value <= parent.max().orElseThrow(); value++) {
      long left = cells - value * parent.unitCost().count() / MIB;
      if (left >= 0) {
        double own = parent.weight() * Math.log(value);
        most = Math.max(most, own + mostBeside(request.knobs(), value, (int) left));
      }
    }
    return most;
  }

  private static double mostBeside(List<Knob> knobs, int parentValue, int cells) {
    double[] most = new double[cells + 1];
    for (Knob knob : knobs.subList(1, knobs.size())) {
      int times = knob.per().isPresent() ? parentValue : 1;
      int unit = (int) (knob.unitCost().count() / MIB) * times;
      double[] with = new double[cells + 1];
      Arrays.fill(with, Double.NEGATIVE_INFINITY);
      for (int value = knob.min(); value <= knob.max().orElseThrow(); value++) {
        double worth = knob.weight() * Math.log((double) times * value);
        for (int cell = unit * value; cell <= cells; cell++) {
          with[cell] = Math.max(with[cell], most[cell - unit * value] + worth);
        }
      }
      most = with;
    }
    return most[cells];
  }
}
