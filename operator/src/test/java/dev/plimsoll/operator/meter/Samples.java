package dev.plimsoll.operator.meter;

import dev.plimsoll.core.guard.GuardStep.WorkerBound;
import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Samples for tests: of a calm pod, but for what is said. */
public final class Samples {
  private final String pod;
  private final Instant at;
  private Optional<MemoryUse> memory = Optional.empty();
  private List<ContainerKills> containers = List.of();
  private List<Instant> episodes = List.of();
  private OptionalInt workers = OptionalInt.empty();
  private Phase phase = Phase.CALM;
  private Optional<Duration> timeToLimit = Optional.empty();
  private ReliefCounts relief = ReliefCounts.NONE;
  private Optional<WorkerBound> bound = Optional.empty();
  private List<AgentRemark> remarks = List.of();
  private List<AgentAction> actions = List.of();

  private Samples(String pod, Instant at) {
    this.pod = pod;
    this.at = at;
  }

  /** A sample of the pod of this name, whose UID is {@code uid-of-NAME}. */
  public static Samples of(String pod, Instant at) {
    return new Samples(pod, at);
  }

  public Samples withMemory(Bytes limit, Bytes unreclaimable, Bytes workingSet, Bytes peak) {
    memory = Optional.of(new MemoryUse(limit, unreclaimable, workingSet, peak));
    return this;
  }

  public Samples withContainers(ContainerKills... starts) {
    containers = List.of(starts);
    return this;
  }

  public Samples withEpisodes(Instant... times) {
    episodes = List.of(times);
    return this;
  }

  public Samples withWorkers(int running) {
    workers = OptionalInt.of(running);
    return this;
  }

  public Samples in(Phase now) {
    phase = now;
    return this;
  }

  public Samples withTimeToLimit(Duration time) {
    timeToLimit = Optional.of(time);
    return this;
  }

  public Samples withRelief(Map<String, Long> recycles, long sheds) {
    relief = new ReliefCounts(recycles, sheds);
    return this;
  }

  public Samples boundTo(int workersThatSurvive, String why) {
    bound = Optional.of(new WorkerBound(workersThatSurvive, why));
    return this;
  }

  public Samples remarking(AgentRemark... now) {
    remarks = List.of(now);
    return this;
  }

  public Samples having(AgentAction... done) {
    actions = List.of(done);
    return this;
  }

  public PodSample build() {
    return new PodSample(
        "uid-of-" + pod,
        pod,
        "agent-of-" + pod,
        at,
        memory,
        containers.stream().mapToLong(ContainerKills::oomKills).sum(),
        containers,
        episodes,
        workers,
        OptionalInt.empty(),
        phase,
        timeToLimit,
        relief,
        bound,
        remarks,
        actions);
  }

  /** These samples and nothing beside. */
  public static Metering metering(List<PodSample> samples) {
    return metering(samples, Map.of());
  }

  /** These samples, and when pods were above their soft lines, by UID. */
  public static Metering metering(List<PodSample> samples, Map<String, SoftCrossing> crossings) {
    return new Metering(
        Metering.State.KNOWN,
        samples.size(),
        samples,
        Map.of(),
        Map.of(),
        Optional.empty(),
        samples.stream().flatMapToInt(sample -> sample.workers().stream()).reduce(Integer::sum),
        samples.stream()
            .filter(sample -> sample.phase().compareTo(Phase.DANGER) >= 0)
            .map(PodSample::at)
            .findFirst(),
        samples.stream().map(PodSample::relief).reduce(ReliefCounts.NONE, ReliefCounts::plus),
        crossings);
  }
}
