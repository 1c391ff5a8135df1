package dev.plimsoll.core.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Solves an {@link Allocation} exactly.
 *
 * <p>Lagrange's bound says how much a plan could be worth at most. The search goes through all
 * plans that come within a slack of that bound, knob by knob: a partial plan is dropped where the
 * bound for its completions falls short, or where another one for the same knobs costs no more and
 * is worth as much. If a plan is found, nothing that was dropped can be better; if none is, the
 * slack is widened. The bound is tight, so few partial plans ever exist. Costs are bytes, never
 * rounded to a grid.
 */
final class ExactSearch {
  /** Small enough for knobs of a hundred thousand values; a pass that finds nothing is cheap. */
  private static final double FIRST_SLACK = 0x1p-26;

  private static final double WIDENING = 4;

  /** Above the rounding errors of the bound, relative to its terms. */
  private static final double ROUNDING = 1e-12;

  private final Allocation allocation;
  private final Pricing pricing;
  private final double upperBound;
  private final double rounding;
  private final double[] gainFrom;
  private final long[] leastCostFrom;

  ExactSearch(Allocation allocation) {
    this.allocation = allocation;
    LogScale scale = new LogScale(allocation.totalWeight());
    this.pricing = new PriceSearch(allocation, scale).tightest();
    int groups = allocation.groups().size();
    this.gainFrom = new double[groups + 1];
    this.leastCostFrom = new long[groups + 1];
    for (int g = groups - 1; g >= 0; g--) {
      Group group = allocation.groups().get(g);
      gainFrom[g] = gainFrom[g + 1] + pricing.headGain(group, pricing.bestHead(group));
      leastCostFrom[g] = leastCostFrom[g + 1] + group.leastCost();
    }
    double priceOfAll = pricing.price() * allocation.budget();
    this.upperBound = priceOfAll + gainFrom[0];
    this.rounding = ROUNDING * (priceOfAll + Math.abs(gainFrom[0]) + scale.one());
  }

  /** The values of the best plan, by the knobs' places in the budget. */
  int[] bestValues() {
    double slack = FIRST_SLACK * pricing.scale().one();
    while (true) {
      List<Partial> plans = plansWithin(slack);
      double shortOfBound =
          plans.isEmpty() ? Double.POSITIVE_INFINITY : upperBound - plans.getLast().worth();
      if (shortOfBound <= slack) {
        return plans.getLast().values(allocation.size());
      }
      slack = Math.min(WIDENING * slack, shortOfBound);
    }
  }

  private List<Partial> plansWithin(double slack) {
    double allowed = slack + 2 * rounding;
    List<Partial> plans = List.of(Partial.NONE);
    for (int g = 0; g < allocation.groups().size(); g++) {
      Group group = allocation.groups().get(g);
      Rest rest = new Rest(upperBound - allowed, gainFrom[g + 1], leastCostFrom[g + 1]);
      plans =
          group.children().isEmpty()
              ? extend(plans, group.head(), 1, rest, allowed)
              : extendByFamily(plans, group, rest, allowed);
    }
    return plans;
  }

  private List<Partial> extendByFamily(
      List<Partial> plans, Group group, Rest rest, double allowed) {
    Item head = group.head();
    double bestGain = pricing.headGain(group, pricing.bestHead(group));
    List<Partial> extended = new ArrayList<>();
    int high = group.headHigh();
    for (long value = head.low(); value <= high; value += head.step()) {
      int headValue = (int) value;
      if (bestGain - pricing.headGain(group, headValue) <= allowed) {
        extended.addAll(extendUnder(plans, group, headValue, rest, allowed));
      }
    }
    return Partial.best(extended);
  }

  private List<Partial> extendUnder(
      List<Partial> plans, Group group, int headValue, Rest rest, double allowed) {
    Rest after =
        rest.plus(pricing.bestChildrenGain(group, headValue), group.leastChildrenCost(headValue));
    Choices only = Choices.only(group.head(), 1, headValue, pricing);
    List<Partial> extended = extend(plans, group.head(), only, after);
    for (Item child : group.children()) {
      after = after.plus(-pricing.bestGain(child, headValue), -child.cost(headValue, child.low()));
      extended = extend(extended, child, headValue, after, allowed);
    }
    return extended;
  }

  private List<Partial> extend(
      List<Partial> plans, Item item, int parentValue, Rest rest, double allowed) {
    return plans.isEmpty()
        ? plans
        : extend(plans, item, Choices.within(allowed, item, parentValue, pricing), rest);
  }

  private List<Partial> extend(List<Partial> plans, Item item, Choices choices, Rest rest) {
    List<Partial> extended = new ArrayList<>();
    for (Partial plan : plans) {
      for (int i = 0; i < choices.count(); i++) {
        long cost = plan.cost() + choices.cost(i);
        double gain = plan.worth() + choices.worth(i) - pricing.price() * cost;
        double bound = gain + pricing.price() * allocation.budget() + rest.gain();
        if (bound < rest.least()) {
          break;
        }
        if (cost <= allocation.budget() - rest.leastCost()) {
          extended.add(plan.with(item, choices, i));
        }
      }
    }
    return Partial.best(extended);
  }

  /**
   * What is known of the knobs not chosen yet.
   *
   * @param least what the whole plan must be worth
   * @param gain the most they gain at the price of memory
   * @param leastCost the fewest bytes they need
   */
  private record Rest(double least, double gain, long leastCost) {
    Rest plus(double moreGain, long moreCost) {
      return new Rest(least, gain + moreGain, leastCost + moreCost);
    }
  }
}
