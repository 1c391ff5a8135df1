package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.PlanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan accounted for: where each byte of the limit goes, and what one step more of each knob
 * would take.
 *
 * @param limit the container's memory limit
 * @param reserve what is left free of it
 * @param softLine what the plan stays below as well
 * @param spendable the smaller of limit less reserve, and the soft line
 * @param base the cost before the first unit
 * @param entries one for each knob, in the budget's order
 * @param total base and all units
 */
public record Ledger(
    Bytes limit,
    Bytes reserve,
    Bytes softLine,
    Bytes spendable,
    Bytes base,
    List<Entry> entries,
    Bytes total) {

  /**
   * One knob.
   *
   * @param line its value and what held it
   * @param per the knob that each of its values counts for
   * @param left what may still be spent after base, the knobs before and this one
   * @param next one step more
   * @param cpu whether a CPU rule had a say
   */
  public record Entry(
      PlanLine line, Optional<String> per, Bytes left, NextStep next, CpuRuleState cpu) {}

  /**
   * One step more of a knob, all others staying as they are.
   *
   * @param value the value it would have, whatever its bounds
   * @param cost what it would take, children's units included
   * @param missing how much of that does not fit; zero where memory is not what holds it
   * @param limit the smallest limit at which it would fit beside the others
   */
  public record NextStep(long value, Bytes cost, Bytes missing, Bytes limit) {}

  /** Whether a CPU rule had a say. */
  public enum CpuRuleState {
    /** The knob has none. */
    NONE,
    /** It bounds the knob. */
    COUNTED,
    /** The container declares no CPUs, neither as a limit nor as a request: it bounds nothing. */
    NO_CPUS
  }

  /** What may be spent and is not. */
  public Bytes left() {
    return spendable.minusOrZero(total);
  }

  /**
   * Accounts for a plan.
   *
   * @param plan what {@link Planner} made of the request
   */
  public static Ledger of(PlanRequest request, Plan plan) {
    int[] values = plan.lines().stream().mapToInt(PlanLine::value).toArray();
    Setting setting = new Setting(request, values);
    List<Entry> entries = new ArrayList<>();
    Bytes left = plan.spendable().minusOrZero(plan.base());
    for (int knob = 0; knob < values.length; knob++) {
      PlanLine line = plan.lines().get(knob);
      left = left.minusOrZero(line.cost());
      entries.add(
          new Entry(
              line,
              setting.knob(knob).per(),
              left,
              nextStep(setting, knob),
              cpuRuleState(setting.knob(knob), request)));
    }
    return new Ledger(
        plan.limit(),
        plan.reserve(),
        plan.limit().percent(request.softPercent()),
        plan.spendable(),
        plan.base(),
        List.copyOf(entries),
        plan.total());
  }

  private static NextStep nextStep(Setting setting, int knob) {
    Bytes cost = setting.stepCost(knob);
    return new NextStep(
        (long) setting.value(knob) + setting.knob(knob).step(),
        cost,
        cost.minusOrZero(setting.left()),
        LimitAdvice.smallestLimit(setting.request(), setting.total().plus(cost)));
  }

  private static CpuRuleState cpuRuleState(Knob knob, PlanRequest request) {
    if (knob.cpu().isEmpty()) {
      return CpuRuleState.NONE;
    }
    return request.cpus().isPresent() ? CpuRuleState.COUNTED : CpuRuleState.NO_CPUS;
  }
}
