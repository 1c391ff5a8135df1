package dev.plimsoll.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Values for some of the knobs: one more choice on top of an earlier partial plan.
 *
 * @param before the choices before this one, {@link #NONE} for the first
 * @param index the knob that this choice is for
 * @param value the value chosen
 * @param cost bytes of all choices so far
 * @param worth of all choices so far
 * @param changes how many of them are not what is in force
 */
record Partial(Partial before, int index, int value, long cost, long worth, int changes) {
  static final Partial NONE = new Partial(null, -1, 0, 0, 0, 0);

  /**
   * Cheapest first; of equal cost the most worth first, then the fewest changes, then the smaller
   * value of the knob that comes first in the budget.
   */
  private static final Comparator<Partial> CHEAPEST_FIRST =
      Comparator.comparingLong(Partial::cost)
          .thenComparing(Comparator.comparingLong(Partial::worth).reversed())
          .thenComparingInt(Partial::changes)
          .thenComparing(Partial::compareValues);

  Partial with(Item item, Choices choices, int i) {
    int chosen = choices.value(i);
    return new Partial(
        this,
        item.index(),
        chosen,
        cost + choices.cost(i),
        worth + choices.worth(i),
        changes + item.changes(chosen));
  }

  /**
   * Those that nothing else beats: dearer ones only where they are worth more. Whatever is chosen
   * for the other knobs, a partial plan left out could not be part of a better whole.
   *
   * @param all partial plans for the same knobs
   * @return by rising cost and worth
   */
  static List<Partial> best(List<Partial> all) {
    all.sort(CHEAPEST_FIRST);
    List<Partial> best = new ArrayList<>();
    long most = Long.MIN_VALUE;
    for (Partial partial : all) {
      if (partial.worth > most) {
        best.add(partial);
        most = partial.worth;
      }
    }
    return best;
  }

  /**
   * The values by the knobs' places in the budget.
   *
   * @param size how many knobs the budget has; those not chosen yet are 0
   */
  int[] values(int size) {
    int[] values = new int[size];
    for (Partial choice = this; choice != NONE; choice = choice.before) {
      values[choice.index] = choice.value;
    }
    return values;
  }

  private static int compareValues(Partial one, Partial other) {
    int size = Math.max(one.lastIndex(), other.lastIndex()) + 1;
    int[] ones = one.values(size);
    int[] others = other.values(size);
    for (int i = 0; i < size; i++) {
      if (ones[i] != others[i]) {
        return Integer.compare(ones[i], others[i]);
      }
    }
    return 0;
  }

  private int lastIndex() {
    int last = -1;
    for (Partial choice = this; choice != NONE; choice = choice.before) {
      last = Math.max(last, choice.index);
    }
    return last;
  }
}
