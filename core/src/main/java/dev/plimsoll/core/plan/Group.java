package dev.plimsoll.core.plan;

import java.util.List;

/**
 * A knob and those that each of its units has. What the groups take of the memory is all that ties
 * them together.
 *
 * @param head a knob that is per nothing
 * @param children the knobs that are per the head; none for most knobs
 */
record Group(Item head, List<Item> children) {

  /** The most of the head so that no child at its fewest breaks its cap; the head's floor holds. */
  int headHigh() {
    long cap = head.unitCap();
    for (Item child : children) {
      if (child.low() > 0) {
        cap = Math.min(cap, child.unitCap() / child.low());
      }
    }
    return KnobRange.onStep(head.low(), Math.min(head.high(), cap), head.step());
  }

  /** The bytes that the fewest units of the children take under a value of the head. */
  long leastChildrenCost(int headValue) {
    long cost = 0;
    for (Item child : children) {
      cost += child.cost(headValue, child.low());
    }
    return cost;
  }

  long leastCost() {
    return head.cost(1, head.low()) + leastChildrenCost(head.low());
  }
}
