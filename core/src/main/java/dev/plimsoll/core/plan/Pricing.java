package dev.plimsoll.core.plan;

/**
 * What choices are worth when memory may be bought at a price: worth less price times bytes. The
 * budget no longer ties the knobs together, so each is best on its own, and for no price is a plan
 * within the budget worth more than all the bests and the price of the budget (Lagrange's bound).
 *
 * @param scale the scale of all worths
 * @param price worth per byte, zero or more
 */
record Pricing(LogScale scale, double price) {

  long worth(Item item, int parentValue, int value) {
    return item.weight() * scale.ln(parentValue, value);
  }

  double gain(Item item, int parentValue, int value) {
    return worth(item, parentValue, value) - price * item.cost(parentValue, value);
  }

  /**
   * The value of the largest gain. The gain is concave, so it is a neighbour of the value where the
   * slope is nil: weight / v = price * unit cost * parent value.
   */
  int best(Item item, int parentValue) {
    int high = item.highUnder(parentValue);
    double bytePrice = price * item.unitCost() * parentValue;
    double flat = bytePrice == 0 ? high : item.weight() * scale.one() / bytePrice;
    if (flat >= high) {
      return high;
    }
    int below = KnobRange.onStep(item.low(), (long) flat, item.step());
    int above = (int) Math.min(high, (long) below + item.step());
    return gain(item, parentValue, above) > gain(item, parentValue, below) ? above : below;
  }

  double bestGain(Item item, int parentValue) {
    return gain(item, parentValue, best(item, parentValue));
  }

  double bestChildrenGain(Group group, int headValue) {
    double gain = 0;
    for (Item child : group.children()) {
      gain += bestGain(child, headValue);
    }
    return gain;
  }

  /** The head's value of the largest gain, with children at their best under it. */
  int bestHead(Group group) {
    Item head = group.head();
    if (group.children().isEmpty()) {
      return best(head, 1);
    }
    int best = head.low();
    double most = Double.NEGATIVE_INFINITY;
    int high = group.headHigh();
    for (long value = head.low(); value <= high; value += head.step()) {
      double gain = headGain(group, (int) value);
      if (gain > most) {
        most = gain;
        best = (int) value;
      }
    }
    return best;
  }

  double headGain(Group group, int headValue) {
    return gain(group.head(), 1, headValue) + bestChildrenGain(group, headValue);
  }

  /** The bytes of the group at its best. */
  long bestCost(Group group) {
    int headValue = bestHead(group);
    long cost = group.head().cost(1, headValue);
    for (Item child : group.children()) {
      cost += child.cost(headValue, best(child, headValue));
    }
    return cost;
  }
}
