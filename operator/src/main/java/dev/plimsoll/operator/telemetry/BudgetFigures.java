package dev.plimsoll.operator.telemetry;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.PlanLine;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one reconcile has to say in numbers.
 *
 * @param feasibility 1 where a plan fits, 0 where none does
 * @param brake whether the smallest plan is set against a cascade of kills
 * @param limit the limit that was planned for
 * @param planned base and every unit, at their peak
 * @param reserve what the plan leaves free
 * @param used what the pod that uses most cannot give back; empty where nobody tells
 * @param secondsToLimit of the pod that is nearest to it; empty where none is on its way
 * @param knobs one line for each knob
 */
public record BudgetFigures(
    Feasibility feasibility,
    Brake brake,
    Bytes limit,
    Bytes planned,
    Bytes reserve,
    OptionalDouble used,
    OptionalDouble secondsToLimit,
    List<PlanLine> knobs) {

  /** Whether a plan fits. */
  public enum Feasibility {
    FEASIBLE(1),
    INFEASIBLE(0);

    private final int value;

    Feasibility(int value) {
      this.value = value;
    }

    int value() {
      return value;
    }
  }

  /** Whether the brake is on. */
  public enum Brake {
    ON(1),
    OFF(0);

    private final int value;

    Brake(int value) {
      this.value = value;
    }

    int value() {
      return value;
    }
  }

  OptionalDouble value(String knob) {
    return knobs.stream()
        .filter(line -> line.knob().equals(knob))
        .mapToDouble(PlanLine::value)
        .findFirst();
  }

  OptionalDouble unitCost(String knob) {
    return knobs.stream()
        .filter(line -> line.knob().equals(knob))
        .mapToDouble(line -> line.unitCost().count())
        .findFirst();
  }
}
