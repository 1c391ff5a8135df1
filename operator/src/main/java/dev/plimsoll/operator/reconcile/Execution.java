package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.act.PodEvictor;
import dev.plimsoll.operator.act.PodEvictor.Outcome;
import dev.plimsoll.operator.act.RolloutSlots;
import dev.plimsoll.operator.apply.Applier;
import dev.plimsoll.operator.apply.ApplyResult;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.report.Deed;
import dev.plimsoll.operator.report.Standing;
import dev.plimsoll.operator.report.Standing.Grade;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Carries a decision out: the only step that writes to a workload. */
final class Execution {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final Applier applier;
  private final Finalizer finalizer;
  private final RolloutSlots slots;
  private final PodEvictor evictor;
  private final PolicyDelivery policies;

  Execution(
      Applier applier,
      Finalizer finalizer,
      RolloutSlots slots,
      PodEvictor evictor,
      PolicyDelivery policies) {
    this.applier = applier;
    this.finalizer = finalizer;
    this.slots = slots;
    this.evictor = evictor;
    this.policies = policies;
  }

  /**
   * What came of it.
   *
   * @param deeds what was done
   * @param again when to look again though nothing happens
   */
  record Result(Standing standing, List<Deed> deeds, Optional<Instant> again) {}

  Result carryOut(Decision decision, MemoryBudget budget, Situation situation) {
    return switch (decision) {
      case Decision.Rest(Standing standing, Optional<Instant> again) ->
          new Result(standing, List.of(), again);
      case Decision.Keep(DesiredSettings settings, Standing standing) ->
          keep(settings, standing, budget, situation);
      case Decision.Evict(List<Pod> pods, Standing standing) -> evict(pods, standing, situation);
      case Decision.Roll roll -> roll(roll, budget, situation);
    };
  }

  private Result keep(
      DesiredSettings settings, Standing standing, MemoryBudget budget, Situation situation) {
    ApplyResult result = applier.apply(situation.workload(), settings);
    // Values that the manifest has by itself need no record of ours, and so no release.
    if (result instanceof ApplyResult.Applied || situation.books().applied().isPresent()) {
      finalizer.put(budget);
    }
    return switch (result) {
      case ApplyResult.Unchanged _, ApplyResult.Applied _ ->
          new Result(standing, List.of(), Optional.empty());
      case ApplyResult.Stale _ ->
          new Result(standing, List.of(), Optional.of(situation.now().plus(SOON)));
      case ApplyResult.Refused refused -> refused(refused, situation);
    };
  }

  private Result evict(List<Pod> pods, Standing standing, Situation situation) {
    List<Deed> deeds =
        pods.stream()
            .filter(pod -> evictor.evict(pod) == Outcome.EVICTED)
            .map(
                pod ->
                    new Deed(
                        Deed.Kind.EVICTION,
                        "Pod %s of the revision that was taken back is evicted, because it fails and %s waits for it."
                            .formatted(pod.getMetadata().getName(), situation.workload().ref())))
            .toList();
    return new Result(standing, deeds, Optional.of(situation.now().plus(LATER)));
  }

  private Result roll(Decision.Roll roll, MemoryBudget budget, Situation situation) {
    if (!takeSlot(roll.purpose(), situation)) {
      Decision.Rest rest = Gate.noSlot(situation.now());
      return new Result(rest.standing(), List.of(), rest.again());
    }
    finalizer.put(budget);
    policies.ahead(situation, roll.settings());
    ApplyResult result = applier.apply(situation.workload(), roll.settings());
    if (!(result instanceof ApplyResult.Applied)) {
      slots.giveBack(situation.key());
    }
    return switch (result) {
      case ApplyResult.Applied _ -> rolling(roll, situation);
      case ApplyResult.Unchanged _ ->
          new Result(Standings.inPlace(situation), List.of(), Optional.empty());
      case ApplyResult.Stale _ ->
          new Result(
              new Standing(
                  Grade.WAITING,
                  "Retrying",
                  "Someone else wrote to the workload at the same moment: it is tried again."),
              List.of(),
              Optional.of(situation.now().plus(SOON)));
      case ApplyResult.Refused refused -> refused(refused, situation);
    };
  }

  private boolean takeSlot(RolloutPurpose purpose, Situation situation) {
    if (purpose == RolloutPurpose.PLAN) {
      return slots.take(situation.key(), situation.now());
    }
    slots.takeUrgently(situation.key(), situation.now());
    return true;
  }

  private static Result rolling(Decision.Roll roll, Situation situation) {
    Deed.Kind kind =
        switch (roll.purpose()) {
          case PLAN -> Deed.Kind.PLAN;
          case REAPPLY -> Deed.Kind.REAPPLY;
          case UNDO -> Deed.Kind.UNDO;
          case BRAKE -> Deed.Kind.BRAKE;
        };
    return new Result(
        Standings.rollingOut(situation), List.of(new Deed(kind, roll.deed())), Optional.empty());
  }

  private static Result refused(ApplyResult.Refused refused, Situation situation) {
    return new Result(
        new Standing(Grade.HELD, refused.reason(), refused.message()),
        List.of(),
        Optional.of(situation.now().plus(LATER)));
  }
}
