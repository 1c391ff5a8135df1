package dev.plimsoll.operator.meter;

import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.core.model.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known now of what a budget's pods use.
 *
 * @param state whether every source has been asked
 * @param pods how many run
 * @param samples of the agents that answer; the last good one for a while after they cease to
 * @param unreachable pods whose agent does not answer, by name, and why
 * @param workingSets what metrics.k8s.io says of the container, by pod name, where no agent does
 * @param metricsTrouble why metrics.k8s.io says nothing, where it was asked
 * @param workers of all pods, the most within a minute: a recycle is no change of their number
 * @param lastDanger when a pod was last found above its hard line
 * @param relief what the agents have done since the operator started
 * @param crossings of the soft line, by the pod's UID
 */
public record Metering(
    State state,
    int pods,
    List<PodSample> samples,
    Map<String, String> unreachable,
    Map<String, Bytes> workingSets,
    Optional<String> metricsTrouble,
    OptionalInt workers,
    Optional<Instant> lastDanger,
    ReliefCounts relief,
    Map<String, SoftCrossing> crossings) {

  /** Whether what is known can be relied on. */
  public enum State {
    /** Not every source was asked since the operator started. */
    PENDING,
    /** Every source was asked. */
    KNOWN
  }

  /** Nothing was asked yet. */
  public static final Metering PENDING =
      new Metering(
          State.PENDING,
          0,
          List.of(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          ReliefCounts.NONE);

  /** Without any crossing of a soft line. */
  public Metering(
      State state,
      int pods,
      List<PodSample> samples,
      Map<String, String> unreachable,
      Map<String, Bytes> workingSets,
      Optional<String> metricsTrouble,
      OptionalInt workers,
      Optional<Instant> lastDanger,
      ReliefCounts relief) {
    this(
        state,
        pods,
        samples,
        unreachable,
        workingSets,
        metricsTrouble,
        workers,
        lastDanger,
        relief,
        Map.of());
  }

  public Metering {
    crossings = Map.copyOf(crossings);
    samples = List.copyOf(samples);
    unreachable = Map.copyOf(unreachable);
    workingSets = Map.copyOf(workingSets);
  }

  /** When a pod was above its soft line. */
  public SoftCrossing crossingOf(String podUid) {
    return crossings.getOrDefault(podUid, SoftCrossing.NONE);
  }

  /** The sample of one pod. */
  public Optional<PodSample> sampleOf(String podUid) {
    return samples.stream().filter(sample -> sample.podUid().equals(podUid)).findFirst();
  }

  /** The samples that make this remark now. */
  public List<PodSample> remarked(Remark.Reason reason) {
    return samples.stream().filter(sample -> sample.remarks(reason)).toList();
  }
}
