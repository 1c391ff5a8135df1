package dev.plimsoll.core.plan;

import java.util.Arrays;

/**
 * The values of one item that can still be part of a best plan, least regret first. The regret of a
 * value is what it gains less than the item's best value, at the price of memory.
 */
final class Choices {
  private int count;
  private int[] values = new int[16];
  private long[] costs = new long[16];
  private long[] worths = new long[16];
  private double[] regrets = new double[16];

  private Choices() {}

  /**
   * The values whose regret is at most the slack. The gain is concave in the value: from the best
   * one outwards on both sides, the regret only grows.
   */
  static Choices within(double slack, Item item, int parentValue, Pricing pricing) {
    Choices choices = new Choices();
    int best = pricing.best(item, parentValue);
    double bestGain = pricing.gain(item, parentValue, best);
    int high = item.highUnder(parentValue);
    long up = best;
    long down = (long) best - item.step();
    double upRegret = 0;
    double downRegret = regret(item, parentValue, down, high, bestGain, pricing);
    while (Math.min(upRegret, downRegret) <= slack) {
      if (upRegret <= downRegret) {
        choices.add(item, parentValue, (int) up, upRegret, pricing);
        up += item.step();
        upRegret = regret(item, parentValue, up, high, bestGain, pricing);
      } else {
        choices.add(item, parentValue, (int) down, downRegret, pricing);
        down -= item.step();
        downRegret = regret(item, parentValue, down, high, bestGain, pricing);
      }
    }
    return choices;
  }

  /** One value alone. */
  static Choices only(Item item, int parentValue, int value, Pricing pricing) {
    Choices choices = new Choices();
    choices.add(item, parentValue, value, 0, pricing);
    return choices;
  }

  private static double regret(
      Item item, int parentValue, long value, int high, double bestGain, Pricing pricing) {
    return value < item.low() || value > high
        ? Double.POSITIVE_INFINITY
        : bestGain - pricing.gain(item, parentValue, (int) value);
  }

  private void add(Item item, int parentValue, int value, double regret, Pricing pricing) {
    if (count == values.length) {
      int length = count * 2;
      values = Arrays.copyOf(values, length);
      costs = Arrays.copyOf(costs, length);
      worths = Arrays.copyOf(worths, length);
      regrets = Arrays.copyOf(regrets, length);
    }
    values[count] = value;
    costs[count] = item.cost(parentValue, value);
    worths[count] = pricing.worth(item, parentValue, value);
    regrets[count] = regret;
    count++;
  }

  int count() {
    return count;
  }

  int value(int i) {
    return values[i];
  }

  long cost(int i) {
    return costs[i];
  }

  long worth(int i) {
    return worths[i];
  }

  double regret(int i) {
    return regrets[i];
  }
}
