package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * There is no room for what runs only for a moment: the pods that a rollout starts beside the old
 * ones, under a knob's maxTotal; the successor that a recycling server starts beside the old
 * worker, under the limit.
 */
final class SurgeDoesNotFit implements Diagnostic {
  private static final Reference REFERENCE =
      Reference.warning(
          SurgeDoesNotFit.class,
          "a maxTotal that the smallest setting passes in all replicas and a rollout's surge, or a server that starts a recycled worker's successor first without room for one more",
          "set maxSurge to 0, raise maxTotal or allow fewer replicas; leave recycling to the guard, or lower the knob's max");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return Stream.concat(ofPods(surroundings), ofWorkers(surroundings).stream()).toList();
  }

  private static Stream<Finding> ofPods(Surroundings surroundings) {
    int replicas = surroundings.mostReplicas();
    int surge = surroundings.workload().surgeAt(replicas);
    return surroundings.budget().knobs().stream()
        .filter(knob -> knob.maxTotal().isPresent())
        .map(
            knob ->
                new Crowd(
                    knob.name(),
                    replicas,
                    surge,
                    leastUnits(surroundings, knob),
                    knob.maxTotal().getAsInt()))
        .filter(Crowd::isTooLarge)
        .map(crowd -> REFERENCE.finding(crowd.message()));
  }

  /**
   * All pods that may run at once, each with the smallest setting of a knob.
   *
   * @param each units of one pod
   * @param most the knob's maxTotal
   */
  private record Crowd(String knob, int replicas, int surge, int each, int most) {
    boolean isTooLarge() {
      return unitsOf(replicas + surge) > most;
    }

    private long unitsOf(int pods) {
      return (long) each * pods;
    }

    String message() {
      return "Knob %s: %d pods may run at once (%d replicas, and a surge of %d while one is rolled out), which use %d at the least, and maxTotal is %d. %s"
          .formatted(
              knob,
              replicas + surge,
              replicas,
              surge,
              unitsOf(replicas + surge),
              most,
              unitsOf(replicas) > most
                  ? "Raise maxTotal, or allow fewer replicas."
                  : "Set maxSurge to 0, or raise maxTotal.");
    }
  }

  private static int leastUnits(Surroundings surroundings, Knob knob) {
    return knob.min()
        * knob.per()
            .flatMap(
                parent ->
                    surroundings.budget().knobs().stream()
                        .filter(other -> other.name().equals(parent))
                        .findFirst())
            .map(Knob::min)
            .orElse(1);
  }

  private static Optional<Finding> ofWorkers(Surroundings surroundings) {
    if (!surroundings.runtime().recyclesWithOverlap(surroundings.settings().arguments())) {
      return Optional.empty();
    }
    return surroundings
        .plan()
        .flatMap(
            plan ->
                WorkerKnob.planned(surroundings)
                    .flatMap(workers -> ofWorkers(surroundings, plan, workers)));
  }

  private static Optional<Finding> ofWorkers(
      Surroundings surroundings, Plan plan, PlanLine workers) {
    Bytes one = WorkerKnob.costOfOne(surroundings, plan, workers);
    return one.isMoreThan(plan.headroom())
        ? Optional.of(
            REFERENCE.finding(
                "%s: %s starts a recycled worker's successor before the old one has gone, and the plan leaves %s where one worker needs %s. Leave recycling to spec.guard, or lower the max of knob %s."
                    .formatted(
                        surroundings.containerName(),
                        surroundings.runtime().name(),
                        plan.headroom(),
                        one,
                        workers.knob())))
        : Optional.empty();
  }
}
