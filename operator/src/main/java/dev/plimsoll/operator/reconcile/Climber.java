package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.LadderQuestion;
import dev.plimsoll.core.decide.LadderRule;
import dev.plimsoll.core.decide.LadderTerms;
import dev.plimsoll.core.decide.OomBrake;
import dev.plimsoll.core.decide.PodPressure;
import dev.plimsoll.core.decide.WorkersKnob;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.operator.act.Pressures;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The step that looks at what the pods have been through, and asks where the ladder goes. */
final class Climber {
  private final Pressures pressures;

  Climber(Pressures pressures) {
    this.pressures = pressures;
  }

  Climb look(Situation situation) {
    List<PodPressure> pods =
        pressures.of(
            situation.uid(),
            situation.budget(),
            ofPresentSettings(situation),
            situation.metering(),
            situation.now());
    return new Climb(
        pods,
        OomBrake.alarm(pods, situation.budget().brake(), situation.now()),
        LadderRule.next(question(situation, pods)),
        situation.planning().ladder(),
        Pressures.confirmsAt(situation.metering(), situation.now()));
  }

  /** Pods from before our last change tell of what it has ended. */
  private static List<Pod> ofPresentSettings(Situation situation) {
    Optional<Instant> start =
        situation.books().applied().map(applied -> applied.time().truncatedTo(ChronoUnit.SECONDS));
    return situation.target().pods().stream()
        .filter(
            pod ->
                start
                    .filter(Instant.parse(pod.getMetadata().getCreationTimestamp())::isBefore)
                    .isEmpty())
        .toList();
  }

  private static LadderQuestion question(Situation situation, List<PodPressure> pods) {
    Optional<Knob> workers =
        WorkersKnob.of(situation.budget())
            .filter(knob -> !situation.planning().claims().fixed().containsKey(knob.name()));
    return new LadderQuestion(
        LadderTerms.of(situation.budget()),
        situation.planning().ladder(),
        pods,
        situation.planning().target(situation.generation()),
        workers
            .flatMap(knob -> situation.planning().plan().map(plan -> value(plan, knob)))
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty),
        workers.map(Knob::min).orElse(1),
        situation.now());
  }

  private static int value(Plan plan, Knob knob) {
    return plan.values().get(knob.name());
  }
}
