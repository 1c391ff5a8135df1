package dev.plimsoll.operator.meter;

import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.model.Bytes;
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

  private static final Duration SAMPLE_KEPT = Duration.ofMinutes(1);

  private static final Duration METRICS_PERIOD = Duration.ofSeconds(30);

  private final Map<String, Asked> agents = new HashMap<>();
  private Subject subject;
  private Metering.State state = Metering.State.PENDING;
  private Map<String, Bytes> workingSets = Map.of();
  private Optional<String> metricsTrouble = Optional.empty();
  private Instant metricsAsked = Instant.MIN;
  private Optional<Instant> lastDanger = Optional.empty();

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

    /** An old sample says nothing of the present. */
    Asked refused(String why, Instant now) {
      int more = refusals + 1;
      Optional<PodSample> recent = sample.filter(said -> said.at().isAfter(now.minus(SAMPLE_KEPT)));
      return new Asked(recent, recent.flatMap(_ -> workers), more, why, now.plus(pause(more)));
    }

    boolean isUnreachable() {
      return refusals >= REFUSALS_THAT_TELL;
    }
  }

  synchronized void follow(Subject next) {
    subject = next;
    agents.keySet().retainAll(next.agents().stream().map(Agent::podUid).toList());
  }

  synchronized Subject subject() {
    return subject;
  }

  /** The agents to ask now. */
  synchronized List<Agent> due(Instant now) {
    return subject.agents().stream().filter(agent -> !asked(agent).next().isAfter(now)).toList();
  }

  /** Whether to ask metrics.k8s.io now: it is for pods whose agent does not tell. */
  synchronized boolean isMetricsDue(Instant now) {
    return isMetricsNeeded() && metricsAsked.isBefore(now.minus(METRICS_PERIOD));
  }

  private boolean isMetricsNeeded() {
    return !subject.others().isEmpty() || agents.values().stream().anyMatch(Asked::isUnreachable);
  }

  synchronized void answered(Agent agent, PodSample sample) {
    if (isFollowed(agent)) {
      agents.put(agent.podUid(), asked(agent).answered(sample));
      if (sample.phase().compareTo(Phase.DANGER) >= 0) {
        lastDanger = Optional.of(sample.at());
      }
    }
  }

  synchronized void refused(Agent agent, String trouble, Instant now) {
    if (isFollowed(agent)) {
      agents.put(agent.podUid(), asked(agent).refused(trouble, now));
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

  synchronized void metricsSaid(Map<String, Bytes> byPod, Instant now) {
    metricsAsked = now;
    metricsTrouble = Optional.empty();
    workingSets = Map.copyOf(byPod);
  }

  synchronized void metricsRefused(String trouble, Instant now) {
    metricsAsked = now;
    metricsTrouble = Optional.of(trouble);
    workingSets = Map.of();
  }

  /** Every source was asked. */
  synchronized void roundDone() {
    state = Metering.State.KNOWN;
  }

  synchronized Metering metering() {
    List<PodSample> samples = new ArrayList<>();
    Map<String, String> unreachable = new TreeMap<>();
    for (Agent agent : subject.agents()) {
      Asked asked = asked(agent);
      asked.sample().ifPresent(samples::add);
      if (asked.isUnreachable()) {
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
        lastDanger);
  }

  private OptionalInt workers() {
    return agents.values().stream()
        .flatMap(asked -> asked.workers().stream())
        .mapToInt(RecentMost::most)
        .reduce(Integer::sum);
  }

  private Map<String, Bytes> ofPodsWithoutSample(List<PodSample> samples) {
    return workingSets.entrySet().stream()
        .filter(entry -> samples.stream().noneMatch(sample -> sample.pod().equals(entry.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
