package dev.plimsoll.core.model;

import java.util.List;

/**
 * Not even the smallest setting fits.
 *
 * @param minimum what the smallest setting of each knob costs
 * @param base the cost before the first worker
 * @param limit the limit that was too small
 * @param spendable what could have been used of it
 * @param smallestLimit the smallest limit that the smallest setting fits in
 */
public record Infeasible(
    List<PlanLine> minimum, Bytes base, Bytes limit, Bytes spendable, Bytes smallestLimit)
    implements PlanOutcome {

  /** Base and every unit of the smallest setting. */
  public Bytes minimumTotal() {
    return minimum.stream().map(PlanLine::cost).reduce(base, Bytes::plus);
  }
}
