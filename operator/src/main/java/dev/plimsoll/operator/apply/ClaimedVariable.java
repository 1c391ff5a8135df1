package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.runtime.ArgumentWords;
import dev.plimsoll.core.runtime.DesiredEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A variable that a budget would set.
 *
 * @param line which flags go into it, where it is an arguments line; their values are not those of
 *     any plan
 * @param knobs whose values it holds
 */
record ClaimedVariable(String name, Optional<ArgumentWords> line, List<PlacedKnob> knobs) {

  /** A knob and where it stands in the variable. */
  record PlacedKnob(Knob knob, KnobPlace place) {}

  /** Every variable of a valid budget, those that are not lines first. */
  static List<ClaimedVariable> allOf(Budget budget) {
    List<PlacedKnob> placed =
        budget.knobs().stream()
            .map(knob -> new PlacedKnob(knob, KnobPlace.of(knob, budget)))
            .toList();
    DesiredEnvironment environment = DesiredEnvironment.of(budget, leastPlan(budget));
    List<ClaimedVariable> all = new ArrayList<>();
    for (String variable : environment.variables().keySet()) {
      all.add(new ClaimedVariable(variable, Optional.empty(), in(variable, placed)));
    }
    for (ArgumentWords line : environment.lines()) {
      all.add(new ClaimedVariable(line.variable(), Optional.of(line), in(line.variable(), placed)));
    }
    return all;
  }

  private static List<PlacedKnob> in(String variable, List<PlacedKnob> placed) {
    return placed.stream().filter(knob -> knob.place().variable().equals(variable)).toList();
  }

  /** Any plan names the same variables and flags; this one needs no limit. */
  private static Plan leastPlan(Budget budget) {
    List<PlanLine> lines =
        budget.knobs().stream()
            .map(
                knob ->
                    new PlanLine(
                        knob.name(), knob.min(), knob.min(), knob.unitCost(), PlanLine.Bound.MAX))
            .toList();
    return new Plan(lines, Bytes.ZERO, Bytes.ZERO, Bytes.ZERO, Bytes.ZERO);
  }
}
