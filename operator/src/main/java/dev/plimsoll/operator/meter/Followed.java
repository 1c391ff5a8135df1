package dev.plimsoll.operator.meter;

import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.operator.meter.Agent.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One budget's pods and the last that each source has said of them. */
final class Followed {
  /** So many refusals in a row make an agent unreachable: one may be its start, or its end. */
  private static final int REFUSALS_THAT_TELL = 3;

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** With the pauses between them about half a minute. */
  private static final int REFUSALS_THAT_OUTDATE = 5;

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

  private static final Duration METRICS_PERIOD = Duration.ofSeconds(30);

  private final Map<String, Asked> agents = new HashMap<>();
  private Subject subject;
  private Metering.State state = Metering.State.PENDING;
  private Map<String, Bytes> workingSets = Map.of();
  private Optional<String> metricsTrouble = Optional.empty();
  private Instant metricsAsked = Instant.MIN;
  private Optional<Instant> lastDanger = Optional.empty();
  private final Map<String, SoftCrossing> crossings = new HashMap<>();
  private ReliefCounts relief = ReliefCounts.NONE;
  private News news = News.NONE;

  Followed(Subject subject) {
    this.subject = subject;
  }

  /**
   * How one agent has answered.
   *
   * @param workers the most within a minute
   * @param next when to ask again at the soonest
   */
  private record Asked(
      Optional<PodSample> sample,
      Optional<RecentMost> workers,
      int refusals,
      String trouble,
      Instant next) {
    static final Asked NEVER = new Asked(Optional.empty(), Optional.empty(), 0, "", Instant.MIN);

    Asked asking(Instant now) {
      return new Asked(sample, workers, refusals, trouble, now.plus(LONGEST_ANSWER));
    }

    Asked answered(PodSample said) {
      return new Asked(Optional.of(said), workersAt(said), 0, "", Instant.MIN);
    }

    private Optional<RecentMost> workersAt(PodSample said) {
      if (said.workers().isEmpty()) {
        return Optional.empty();
      }
      int now = said.workers().getAsInt();
      return Optional.of(
          workers
              .map(before -> before.with(now, said.at()))
              .orElseGet(() -> new RecentMost(now, said.at())));
    }

    Asked refused(String why, Instant now) {
      int more = refusals + 1;
      return new Asked(sample, workers, more, why, now.plus(pause(more)));
    }

    /** What it said last, unless that is too old to say anything of the present. */
    Optional<PodSample> present() {
      return refusals < REFUSALS_THAT_OUTDATE ? sample : Optional.empty();
    }

    Optional<RecentMost> presentWorkers() {
      return refusals < REFUSALS_THAT_OUTDATE ? workers : Optional.empty();
    }

    boolean isUnreachable() {
      return refusals >= REFUSALS_THAT_TELL;
    }
  }

  synchronized void follow(Subject next) {
    subject = next;
    agents.keySet().retainAll(next.agents().stream().map(Agent::podUid).toList());
    crossings.keySet().retainAll(agents.keySet());
  }

  synchronized void rest() {
    follow(subject.withoutPods());
  }

  synchronized Subject subject() {
    return subject;
  }

  /** The agents to ask now; they are not due again before they could have answered. */
  synchronized List<Agent> takeDue(Instant now) {
    List<Agent> due =
        subject.agents().stream().filter(agent -> !asked(agent).next().isAfter(now)).toList();
    due.forEach(agent -> agents.put(agent.podUid(), asked(agent).asking(now)));
    return due;
  }

  /** Whether to ask metrics.k8s.io now: it is for pods whose agent does not tell. */
  synchronized boolean takeMetricsDue(Instant now) {
    boolean isDue = isMetricsNeeded() && metricsAsked.isBefore(now.minus(METRICS_PERIOD));
    if (isDue) {
      metricsAsked = now;
    }
    return isDue;
  }

  private boolean isMetricsNeeded() {
    return !subject.others().isEmpty() || subject.agents().stream().anyMatch(this::isUnreachable);
  }

  /** An agent whose pod is going may end before its pod does. */
  private boolean isUnreachable(Agent agent) {
    return agent.life() == Life.RUNNING && asked(agent).isUnreachable();
  }

  synchronized void answered(Agent agent, PodSample sample) {
    if (isFollowed(agent)) {
      relief = relief.plus(sinceLast(agent, sample));
      agents.put(agent.podUid(), asked(agent).answered(sample));
      crossings.merge(
          agent.podUid(), SoftCrossing.NONE.with(sample), (known, _) -> known.with(sample));
      if (sample.phase().compareTo(Phase.DANGER) >= 0) {
        lastDanger = Optional.of(sample.at());
      }
    }
  }

  /** What an agent did before the first round of this operator was counted by another one. */
  private ReliefCounts sinceLast(Agent agent, PodSample sample) {
    Optional<PodSample> last = asked(agent).sample();
    if (last.isEmpty() && state == Metering.State.PENDING) {
      return ReliefCounts.NONE;
    }
    return last.filter(before -> before.agent().equals(sample.agent()))
        .map(before -> sample.relief().since(before.relief()))
        .orElseGet(sample::relief);
  }

  synchronized void refused(Agent agent, String trouble, Instant now) {
    if (isFollowed(agent)) {
      agents.put(agent.podUid(), asked(agent).refused(trouble, now));
      if (asked(agent).present().isEmpty()) {
        crossings.computeIfPresent(agent.podUid(), (_, known) -> known.unseen());
      }
    }
  }

  private static Duration pause(int refusals) {
    Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(refusals, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private Asked asked(Agent agent) {
    return agents.getOrDefault(agent.podUid(), Asked.NEVER);
  }

  private boolean isFollowed(Agent agent) {
    return subject.agents().stream().anyMatch(each -> each.podUid().equals(agent.podUid()));
  }

  synchronized void metricsSaid(Map<String, Bytes> byPod) {
    metricsTrouble = Optional.empty();
    workingSets = Map.copyOf(byPod);
  }

  synchronized void metricsRefused(String trouble) {
    metricsTrouble = Optional.of(trouble);
    workingSets = Map.of();
  }

  /**
   * Every source was asked.
   *
   * @return whether the budget is to be looked at
   */
  synchronized boolean endRound(Instant now) {
    state = Metering.State.KNOWN;
    News before = news;
    news = before.after(metering(), now);
    return news != before;
  }

  synchronized Metering metering() {
    List<PodSample> samples = new ArrayList<>();
    Map<String, String> unreachable = new TreeMap<>();
    for (Agent agent : subject.agents()) {
      Asked asked = asked(agent);
      asked.present().ifPresent(samples::add);
      if (isUnreachable(agent)) {
        unreachable.put(agent.name(), asked.trouble());
      }
    }
    boolean isNeeded = isMetricsNeeded();
    return new Metering(
        state,
        subject.agents().size() + subject.others().size(),
        samples,
        unreachable,
        isNeeded ? ofPodsWithoutSample(samples) : Map.of(),
        isNeeded ? metricsTrouble : Optional.empty(),
        workers(),
        lastDanger,
        relief,
        crossings);
  }

  private OptionalInt workers() {
    return agents.values().stream()
        .flatMap(asked -> asked.presentWorkers().stream())
        .mapToInt(RecentMost::most)
        .reduce(Integer::sum);
  }

  private Map<String, Bytes> ofPodsWithoutSample(List<PodSample> samples) {
    return workingSets.entrySet().stream()
        .filter(entry -> samples.stream().noneMatch(sample -> sample.pod().equals(entry.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
