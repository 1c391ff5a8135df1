package dev.plimsoll.operator.meter;

import dev.plimsoll.core.guard.GuardStep.WorkerBound;
import dev.plimsoll.core.guard.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a budget's samples is worth a look at the budget: at once what somebody may have to act
 * on, within half a minute what is only to be shown.
 *
 * @param urgent what is acted on
 * @param shown what is shown
 * @param at when the budget was last told to look
 */
record News(Urgent urgent, Shown shown, Instant at) {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  /** Half of a step of what is shown, which is 2 % of the limit. */
  private static final int HALF_STEPS = 100;

  private record Urgent(
      Metering.State state,
      long kills,
      Set<String> remarks,
      Set<String> unreachable,
      String metricsTrouble,
      Set<String> inDanger,
      Map<String, WorkerBound> bounds) {}

  private record Shown(
      int pods, long workers, long steps, List<Instant> actions, Set<String> aboveSoft) {}

  static final News NONE =
      new News(
          new Urgent(Metering.State.PENDING, 0, Set.of(), Set.of(), "", Set.of(), Map.of()),
          new Shown(0, 0, 0, List.of(), Set.of()),
          Instant.MIN);

  /** The same after a look at what is known; the same object where it is no news yet. */
  News after(Metering metering, Instant now) {
    Urgent nowUrgent = urgentIn(metering);
    Shown nowShown = shownIn(metering);
    boolean isNews =
        isUrgent(nowUrgent)
            || (isAnother(nowUrgent, nowShown) && !at.isAfter(now.minus(BETWEEN_LOOKS)));
    return isNews ? new News(nowUrgent, nowShown, now) : this;
  }

  /** What ceases is not urgent, so that what comes and goes does not wake anybody each time. */
  private boolean isUrgent(Urgent next) {
    return next.state() != urgent.state()
        || next.kills() != urgent.kills()
        || !urgent.remarks().containsAll(next.remarks())
        || !urgent.inDanger().containsAll(next.inDanger())
        || !next.unreachable().equals(urgent.unreachable())
        || !next.metricsTrouble().equals(urgent.metricsTrouble())
        || !next.bounds().equals(urgent.bounds());
  }

  private boolean isAnother(Urgent nextUrgent, Shown next) {
    boolean isAStepAway = Math.abs(next.steps() - shown.steps()) > 1;
    return isAStepAway
        || !nextUrgent.equals(urgent)
        || next.pods() != shown.pods()
        || next.workers() != shown.workers()
        || !next.actions().equals(shown.actions());
  }

  private static Urgent urgentIn(Metering metering) {
    Set<String> remarks = new TreeSet<>();
    Set<String> inDanger = new TreeSet<>();
    Map<String, WorkerBound> bounds = new TreeMap<>();
    long kills = 0;
    for (PodSample sample : metering.samples()) {
      sample.remarks().forEach(remark -> remarks.add(sample.podUid() + remark.reason()));
      sample.workerBound().ifPresent(bound -> bounds.put(sample.podUid(), bound));
      kills += sample.containers().stream().mapToLong(ContainerKills::oomKills).sum();
      if (sample.phase().compareTo(Phase.DANGER) >= 0) {
        inDanger.add(sample.podUid());
      }
    }
    return new Urgent(
        metering.state(),
        kills,
        remarks,
        Set.copyOf(metering.unreachable().keySet()),
        metering.metricsTrouble().orElse(""),
        inDanger,
        bounds);
  }

  private static Shown shownIn(Metering metering) {
    long steps =
        metering.samples().stream()
            .flatMap(sample -> sample.memory().stream())
            .filter(use -> use.limit().count() > 0)
            .mapToLong(use -> use.unreclaimable().count() * HALF_STEPS / use.limit().count())
            .max()
            .orElse(0);
    return new Shown(
        metering.samples().size() + metering.workingSets().size(),
        metering.workers().orElse(0),
        steps,
        metering.samples().stream()
            .flatMap(sample -> sample.actions().stream().limit(1))
            .map(AgentAction::time)
            .sorted()
            .toList(),
        metering.samples().stream()
            .filter(sample -> sample.phase() != Phase.CALM)
            .map(PodSample::podUid)
            .collect(Collectors.toSet()));
  }
}
