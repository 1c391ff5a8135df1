package dev.plimsoll.operator.meter;

import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.core.model.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known now of what a budget's pods use.
 *
 * @param state whether every source has been asked
 * @param samples of the agents that answer; the last good one for a while after they cease to
 * @param unreachable pods whose agent does not answer, by name, and why
 * @param workingSets what metrics.k8s.io says of the container, by pod name; empty where it was not
 *     asked
 * @param metricsTrouble why metrics.k8s.io says nothing, where it was asked
 */
public record Metering(
    State state,
    List<PodSample> samples,
    Map<String, String> unreachable,
    Map<String, Bytes> workingSets,
    Optional<String> metricsTrouble) {

  /** Whether what is known can be relied on. */
  public enum State {
    /** Not every source was asked since the operator started. */
    PENDING,
    /** Every source was asked lately. */
    KNOWN
  }

  /** Nothing was asked yet. */
  public static final Metering PENDING =
      new Metering(State.PENDING, List.of(), Map.of(), Map.of(), Optional.empty());

  public Metering {
    samples = List.copyOf(samples);
    unreachable = Map.copyOf(unreachable);
    workingSets = Map.copyOf(workingSets);
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
