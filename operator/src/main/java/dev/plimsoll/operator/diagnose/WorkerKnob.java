package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import java.util.Optional;

/** The knob, if a budget has one, that sets how many processes serve. */
final class WorkerKnob {
  private static final String NAME = "workers";

  private WorkerKnob() {}

  /** By its name, or because it is written where the runtime reads its workers. */
  static Optional<Knob> of(Surroundings surroundings) {
    return surroundings.budget().knobs().stream()
        .filter(
            knob ->
                knob.name().equals(NAME)
                    || surroundings
                        .runtime()
                        .placeOf(NAME)
                        .filter(knob.placement()::equals)
                        .isPresent())
        .findFirst();
  }

  /** The knob's line in the plan. */
  static Optional<PlanLine> planned(Surroundings surroundings) {
    return of(surroundings)
        .flatMap(
            knob ->
                surroundings.plan().stream()
                    .flatMap(plan -> plan.lines().stream())
                    .filter(line -> line.knob().equals(knob.name()))
                    .findFirst());
  }

  /** How many workers the manifest asks for now, where it says so in a number. */
  static Optional<Integer> current(Surroundings surroundings) {
    return Optional.ofNullable(surroundings.settings().arguments().get(NAME))
        .or(
            () ->
                of(surroundings)
                    .map(Knob::placement)
                    .or(() -> surroundings.runtime().placeOf(NAME))
                    .flatMap(place -> value(surroundings, place)))
        .filter(value -> value.matches("\\d{1,4}"))
        .map(Integer::valueOf);
  }

  private static Optional<String> value(Surroundings surroundings, Placement place) {
    return place instanceof Placement.Variable variable
        ? surroundings.variables().value(variable.variable())
        : Optional.empty();
  }

  /** What one worker holds in the plan, with everything that is counted for each worker. */
  static Bytes costOfOne(Surroundings surroundings, Plan plan, PlanLine workers) {
    return surroundings.budget().knobs().stream()
        .filter(knob -> knob.per().filter(workers.knob()::equals).isPresent())
        .flatMap(knob -> plan.lines().stream().filter(line -> line.knob().equals(knob.name())))
        .map(line -> line.unitCost().times(line.value()))
        .reduce(workers.unitCost(), Bytes::plus);
  }
}
