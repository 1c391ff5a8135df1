package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.runtime.ProcessModel.Succession;
import java.time.Duration;
import java.util.Optional;

/** Recycles one worker where that is allowed, possible, of use, and its successor fits. */
final class Recycling {
  /** Less would not let a worker that is nearly done finish. */
  private static final Duration SHORTEST_DRAIN = Duration.ofMillis(500);

  private Recycling() {}

  /** Because memory is short: an application that recycling does not help is not recycled. */
  static Finding forMemory(
      Situation situation, WorkerTrack victim, RecycleReason reason, String why) {
    Optional<Finding> refused = refusal(situation, victim);
    if (refused.isPresent()) {
      return refused.get();
    }
    FutilityBrake judged =
        situation
            .course()
            .brake()
            .atNext(situation.at(), victim, situation.workers(), situation.seen().learned());
    Finding found =
        judged.isClosed() ? futile(situation) : carriedOut(situation, victim, reason, why);
    return found.with(judged);
  }

  /** For another reason than memory. */
  static Finding forAge(Situation situation, WorkerTrack victim, String why) {
    return refusal(situation, victim)
        .orElseGet(() -> carriedOut(situation, victim, RecycleReason.AGE, why));
  }

  static Finding futile(Situation situation) {
    return Finding.of(
        Remark.Reason.FUTILE,
        situation.isFreshAboveShare()
            ? "a fresh worker holds %s, more than its part of the soft line: recycling cannot help and is stopped; the plan needs fewer workers or a larger limit"
                .formatted(situation.fresh())
            : "recycling has not helped three times in a row, new workers soon hold as much as the old: it is stopped; the plan needs fewer workers or a larger limit");
  }

  private static Optional<Finding> refusal(Situation situation, WorkerTrack victim) {
    if (!situation.allows(GuardAction.RECYCLE_WORKER)) {
      return Optional.of(
          Finding.of(
              Remark.Reason.ACTION_NOT_AVAILABLE,
              "worker %d would be recycled, but spec.guard.actions does not list RecycleWorker: add it"
                  .formatted(victim.id().pid())));
    }
    if (situation.model().retire().isEmpty()) {
      return Optional.of(
          NoRemedy.inPod(
              situation,
              "has no signal that recycles one worker"
                  + situation.model().remedy().map(" (%s)"::formatted).orElse("")));
    }
    return successorFits(situation, victim)
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Remark.Reason.SUCCESSOR_DOES_NOT_FIT,
                "worker %d would be recycled, but its successor takes up to %s while it boots and that does not fit beside the others: the plan needs fewer workers or a larger limit"
                    .formatted(victim.id().pid(), bootPeak(situation))));
  }

  private static Finding carriedOut(
      Situation situation, WorkerTrack victim, RecycleReason reason, String why) {
    return situation.count() == 1
        ? SingleWorker.recycle(situation, victim, reason, why)
        : now(situation, victim, reason, why);
  }

  static Finding now(Situation situation, WorkerTrack victim, RecycleReason reason, String why) {
    return Finding.of(new Action.Recycle(victim.id(), reason, drain(situation), why));
  }

  /** In danger half the time that is left: the other half is for the successor. */
  static Duration drain(Situation situation) {
    Duration allowed = situation.policy().drain();
    if (!situation.isDanger()) {
      return allowed;
    }
    Duration half = situation.timeToLimit().map(time -> time.dividedBy(2)).orElse(allowed);
    Duration least = half.compareTo(SHORTEST_DRAIN) < 0 ? SHORTEST_DRAIN : half;
    return least.compareTo(allowed) < 0 ? least : allowed;
  }

  private static boolean successorFits(Situation situation, WorkerTrack victim) {
    Bytes beside =
        situation.model().succession() == Succession.BEFORE_THE_OLD_ENDS
            ? situation.unreclaimable()
            : situation.unreclaimable().minusOrZero(victim.privateBytes());
    return !beside.plus(bootPeak(situation)).isMoreThan(situation.levels().last());
  }

  /** The smallest of the workers where none was seen booting. */
  static Bytes bootPeak(Situation situation) {
    return situation
        .seen()
        .learned()
        .bootPeak()
        .orElseGet(
            () ->
                situation.workers().stream()
                    .map(WorkerTrack::privateBytes)
                    .min(Bytes::compareTo)
                    .orElse(Bytes.ZERO));
  }
}
