package dev.plimsoll.core.plan;

/**
 * Finds the price of memory that gives the tightest bound: where what the knobs would buy on their
 * own comes closest to the budget.
 */
final class PriceSearch {
  /** How close to the tightest price is close enough, relative to it. */
  private static final double PRECISION = 0x1p-24;

  private final Allocation allocation;
  private final LogScale scale;

  PriceSearch(Allocation allocation, LogScale scale) {
    this.allocation = allocation;
    this.scale = scale;
  }

  Pricing tightest() {
    Pricing free = new Pricing(scale, 0);
    if (fits(free)) {
      return free;
    }
    // Were units continuous and unbounded, exactly this price would use up the budget.
    double high = allocation.totalWeight() * scale.one() / Math.max(1, allocation.budget());
    double low = 0;
    while (!fits(new Pricing(scale, high))) {
      low = high;
      high *= 2;
    }
    while (high - low > PRECISION * high) {
      double middle = (low + high) / 2;
      if (fits(new Pricing(scale, middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new Pricing(scale, high);
  }

  private boolean fits(Pricing pricing) {
    long cost = 0;
    for (Group group : allocation.groups()) {
      cost += pricing.bestCost(group);
    }
    return cost <= allocation.budget();
  }
}
