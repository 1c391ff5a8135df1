package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.act.PodEvictor;
import dev.plimsoll.operator.act.RolloutSlots;
import dev.plimsoll.operator.apply.Applier;
import dev.plimsoll.operator.apply.ApplyResult;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.Notes;
import dev.plimsoll.operator.report.Deed;
import dev.plimsoll.operator.report.Notice;
import dev.plimsoll.operator.report.Standing;
import dev.plimsoll.operator.report.Standing.Grade;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
   * @param kept what is on the workload's record now, where that was written
   * @param deeds what was done
   * @param refusals what others did not let us do
   * @param again when to look again though nothing happens
   */
  record Result(
      Standing standing,
      Optional<Notes> kept,
      List<Deed> deeds,
      List<Notice> refusals,
      Optional<Instant> again) {
    Result(Standing standing, List<Deed> deeds, Optional<Instant> again) {
      this(standing, Optional.empty(), deeds, List.of(), again);
    }

    private Result keeping(DesiredSettings settings) {
      return new Result(standing, Optional.of(settings.notes()), deeds, refusals, again);
    }
  }

  Result carryOut(Decision decision, MemoryBudget budget, Situation situation) {
    return switch (decision) {
      case Decision.Rest(Standing standing, Optional<Instant> again) ->
          new Result(standing, List.of(), again);
      case Decision.Keep(DesiredSettings settings, Standing standing) ->
          keep(settings, standing, budget, situation);
      case Decision.Evict evict -> evict(evict, situation);
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
          new Result(standing, List.of(), Optional.empty()).keeping(settings);
      case ApplyResult.Stale _ ->
          new Result(standing, List.of(), Optional.of(situation.now().plus(SOON)));
      case ApplyResult.Refused refused -> refused(refused, situation);
    };
  }

  private Result evict(Decision.Evict evict, Situation situation) {
    List<Deed> deeds = new ArrayList<>();
    List<Notice> refusals = new ArrayList<>();
    for (Pod pod : evict.pods()) {
      String name = pod.getMetadata().getName();
      switch (evictor.evict(pod)) {
        case EVICTED ->
            deeds.add(
                new Deed(
                    evict.deed(),
                    "Pod %s is evicted, because %s.".formatted(name, evict.because())));
        case REFUSED ->
            refusals.add(
                Notice.trouble(
                    "EvictionRefused",
                    "Pod %s is to be evicted, because %s, and a PodDisruptionBudget refuses it now: it is tried again each minute. Where it allows no disruption at all, raise the replicas or what it allows."
                        .formatted(name, evict.because())));
      }
    }
    return new Result(
        evict.standing(),
        Optional.empty(),
        deeds,
        refusals,
        Optional.of(situation.now().plus(LATER)));
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
      case ApplyResult.Applied _ -> rolling(roll, situation).keeping(roll.settings());
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
    return new Result(
        Standings.rollingOut(situation),
        List.of(new Deed(roll.kind(), roll.deed())),
        Optional.empty());
  }

  private static Result refused(ApplyResult.Refused refused, Situation situation) {
    return new Result(
        new Standing(Grade.HELD, refused.reason(), refused.message()),
        List.of(),
        Optional.of(situation.now().plus(LATER)));
  }
}
