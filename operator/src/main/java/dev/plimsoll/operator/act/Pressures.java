package dev.plimsoll.operator.act;

import dev.plimsoll.core.decide.OomEpisodes;
import dev.plimsoll.core.decide.PodPressure;
import dev.plimsoll.core.decide.PodPressure.Ask;
import dev.plimsoll.core.decide.PodPressure.Presence;
import dev.plimsoll.core.guard.GuardStep.WorkerBound;
import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.runtime.ProcessModel;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.meter.PodSample;
import dev.plimsoll.operator.meter.SoftCrossing;
import dev.plimsoll.operator.observe.Readiness;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How each budget's pods stand with their memory, from what their agents say and the kills. */
public final class Pressures {
  /** As long as a guard waits above the soft line before it acts. */
  private static final Duration CONFIRMED = Duration.ofSeconds(15);

  private final KillLedger kills;

  public Pressures(KillLedger kills) {
    this.kills = kills;
  }

  /**
   * The pods as they stand now.
   *
   * @param uid the budget's
   */
  public List<PodPressure> of(
      String uid, Budget budget, List<Pod> pods, Metering metering, Instant now) {
    OomEpisodes episodes = kills.episodes(uid);
    return pods.stream()
        .map(
            pod ->
                pressure(
                    pod,
                    metering.sampleOf(pod.getMetadata().getUid()),
                    metering.crossingOf(pod.getMetadata().getUid()),
                    episodes,
                    budget,
                    now))
        .toList();
  }

  /** When a pod that has just gone above its soft line will have been there long enough to tell. */
  public static Optional<Instant> confirmsAt(Metering metering, Instant now) {
    return metering.crossings().values().stream()
        .flatMap(crossing -> crossing.since().stream())
        .map(since -> since.plus(CONFIRMED))
        .filter(time -> time.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private static PodPressure pressure(
      Pod pod,
      Optional<PodSample> sample,
      SoftCrossing crossing,
      OomEpisodes episodes,
      Budget budget,
      Instant now) {
    boolean isLongAbove =
        crossing.since().filter(since -> !since.isAfter(now.minus(CONFIRMED))).isPresent();
    Set<Ask> asks = EnumSet.noneOf(Ask.class);
    sample.ifPresent(said -> asks.addAll(asks(said)));
    if (isLongAbove && isSingleProcess(budget)) {
      asks.add(Ask.NEW_POD);
    }
    return new PodPressure(
        pod.getMetadata().getName(),
        presence(pod),
        asks,
        sample
            .flatMap(PodSample::workerBound)
            .map(WorkerBound::workers)
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty),
        episodes.byPod().getOrDefault(pod.getMetadata().getUid(), List.of()),
        crossing.since(),
        crossing.last());
  }

  private static Set<Ask> asks(PodSample sample) {
    Set<Ask> asks = EnumSet.noneOf(Ask.class);
    if (sample.workerBound().isPresent()
        || sample.remarks(Remark.Reason.PLAN_TOO_LARGE)
        || sample.remarks(Remark.Reason.FUTILE)) {
      asks.add(Ask.SMALLER_PLAN);
    }
    if (sample.remarks(Remark.Reason.NEW_POD_NEEDED)) {
      asks.add(Ask.NEW_POD);
    }
    return asks;
  }

  /** Its guard has nobody to recycle. */
  private static boolean isSingleProcess(Budget budget) {
    return RuntimeProfiles.named(budget.runtime().type())
        .map(RuntimeProfile::processes)
        .filter(ProcessModel.SingleProcess.class::isInstance)
        .isPresent();
  }

  private static Presence presence(Pod pod) {
    if (pod.getMetadata().getDeletionTimestamp() != null) {
      return Presence.GOING;
    }
    return Readiness.of(pod) ? Presence.READY : Presence.NOT_READY;
  }
}
