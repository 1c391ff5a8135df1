package dev.plimsoll.core.decide;

import dev.plimsoll.core.decide.PodPressure.Ask;
import dev.plimsoll.core.decide.PodPressure.Presence;
import java.util.Comparator;
import java.util.List;

/**
 * Which pods are to be evicted because only a new pod helps: a tenth of them at a time and at least
 * one, never the last that serves, and none while half of three or more ask for something at once,
 * since then it is the plan that is wrong and not the pods.
 */
public sealed interface EvictionChoice {

  /** No pod asks for it. */
  record Nothing() implements EvictionChoice {}

  /**
   * These.
   *
   * @param pods their names
   */
  record Evict(List<String> pods) implements EvictionChoice {}

  /**
   * Some ask for it, and it is not done.
   *
   * @param why what is, and what to do
   */
  record Held(String why) implements EvictionChoice {}

  /**
   * Chooses.
   *
   * @param replicas how many pods are asked for
   */
  static EvictionChoice among(List<PodPressure> pods, int replicas) {
    List<PodPressure> staying = PodPressure.staying(pods);
    List<PodPressure> asking =
        staying.stream()
            .filter(pod -> pod.asksFor(Ask.NEW_POD))
            .sorted(Comparator.comparing(PodPressure::pod))
            .toList();
    if (asking.isEmpty()) {
      return new Nothing();
    }
    long wanting = staying.stream().filter(pod -> !pod.asks().isEmpty()).count();
    if (staying.size() >= 3 && 2 * wanting >= staying.size()) {
      return new Held(
          "%d of %d pods ask for help at once, which new pods would not end: raise the limit, or correct the costs"
              .formatted(wanting, staying.size()));
    }
    long ready = staying.stream().filter(pod -> pod.presence() == Presence.READY).count();
    long missing = Math.max(0, replicas - ready);
    long atOnce = Math.max(1, replicas / 10);
    if (missing >= atOnce) {
      return new Held(
          "%d of %d pods serve, and others wait for them to be replaced: nothing to do"
              .formatted(ready, replicas));
    }
    long most = Math.min(atOnce - missing, ready - 1);
    return most < 1
        ? new Held("it is the only pod that serves: set more than one replica")
        : new Evict(asking.stream().limit(most).map(PodPressure::pod).toList());
  }
}
