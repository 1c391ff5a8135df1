package dev.plimsoll.core.plan;

import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.PlanLine.Bound;
import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.core.model.PlanRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Works out how many units of each knob fit.
 *
 * <p>The best setting has the largest sum of weight * ln(units) over the knobs; a knob that is per
 * another costs and counts parent value * value units. Values are whole, from min by step, at most
 * the declared max, the CPU rule (without effect where the container has no CPUs declared) and what
 * maxTotal leaves to one of all replicas; min is a floor under the latter two, and at most 4096
 * values of a knob are considered. Base and all units at their peak stay within what may be spent.
 * A value that is the user's own is kept and counted. Of settings that are worth the same, the one
 * of less memory is taken, then the one with the fewest knobs that differ from what is applied,
 * then the one with the smaller value of the knob declared first.
 */
public final class Planner {

  private Planner() {}

  /**
   * The best setting.
   *
   * @throws IllegalArgumentException where a knob is per one that is not there or is itself per
   *     another, or where the smallest setting is beyond counting
   */
  public static PlanOutcome plan(PlanRequest request) {
    Setting smallest = Setting.smallest(request);
    if (smallest.total().isMoreThan(request.spendable())) {
      return infeasible(smallest);
    }
    Setting best = new Setting(request, new ExactSearch(Allocation.of(request)).bestValues());
    return planOf(best, knob -> HeldBy.of(best, knob));
  }

  /**
   * The smallest setting, which ends a cascade of OOM kills: every knob at its min, or at the
   * user's own value.
   *
   * @throws IllegalArgumentException as {@link #plan}
   */
  public static PlanOutcome smallest(PlanRequest request) {
    Setting smallest = Setting.smallest(request);
    return smallest.total().isMoreThan(request.spendable())
        ? infeasible(smallest)
        : planOf(smallest, knob -> minOrFixed(smallest, knob));
  }

  private static Plan planOf(Setting setting, IntFunction<Bound> heldBy) {
    PlanRequest request = setting.request();
    return new Plan(
        lines(setting, heldBy),
        request.base(),
        request.limit(),
        request.reserve().at(request.limit()),
        request.spendable());
  }

  private static Infeasible infeasible(Setting smallest) {
    PlanRequest request = smallest.request();
    return new Infeasible(
        lines(smallest, knob -> minOrFixed(smallest, knob)),
        request.base(),
        request.limit(),
        request.spendable(),
        LimitAdvice.smallestLimit(request, smallest.total()));
  }

  private static Bound minOrFixed(Setting setting, int knob) {
    return setting.isFixed(knob) ? Bound.FIXED : Bound.MIN;
  }

  private static List<PlanLine> lines(Setting setting, IntFunction<Bound> heldBy) {
    List<PlanLine> lines = new ArrayList<>();
    for (int knob = 0; knob < setting.size(); knob++) {
      lines.add(
          new PlanLine(
              setting.knob(knob).name(),
              setting.value(knob),
              setting.units(knob),
              setting.knob(knob).unitCost(),
              heldBy.apply(knob)));
    }
    return List.copyOf(lines);
  }
}
