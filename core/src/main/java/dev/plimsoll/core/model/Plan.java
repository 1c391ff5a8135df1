package dev.plimsoll.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings that fit.
 *
 * @param lines one for each knob, in the budget's order
 * @param base the cost before the first worker
 * @param limit the limit it was made for
 * @param reserve what it was told to leave free
 * @param spendable what it was allowed to use in all
 */
public record Plan(List<PlanLine> lines, Bytes base, Bytes limit, Bytes reserve, Bytes spendable)
    implements PlanOutcome {

  /** Base and every unit of every knob. */
  public Bytes total() {
    return lines.stream().map(PlanLine::cost).reduce(base, Bytes::plus);
  }

  /** What is left of the limit when every unit is at its peak. */
  public Bytes headroom() {
    return limit.minusOrZero(total());
  }

  /** The values by knob, in the budget's order. */
  public Map<String, Integer> values() {
    Map<String, Integer> values = new LinkedHashMap<>();
    lines.forEach(line -> values.put(line.knob(), line.value()));
    return values;
  }
}
