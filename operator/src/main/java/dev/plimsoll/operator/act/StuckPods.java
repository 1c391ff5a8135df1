package dev.plimsoll.operator.act;

import dev.plimsoll.operator.observe.CrashLoops;
import dev.plimsoll.operator.observe.Revision;
import dev.plimsoll.operator.observe.StatefulSetWorkload;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/**
 * Pods that keep an undo from taking place: a StatefulSet's controller replaces its pods in order
 * and waits for each to become ready, for one of the revision that was taken back for ever.
 */
public final class StuckPods {
  private StuckPods() {}

  /** Those that fail again and again and are not of the revision that they are to become. */
  public static List<Pod> of(Workload workload, List<Pod> pods, String container) {
    return switch (workload) {
      case StatefulSetWorkload set when !set.updateRevision().isEmpty() ->
          CrashLoops.podsIn(pods, container).stream()
              .filter(pod -> !Revision.of(pod).equals(set.updateRevision()))
              .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
              .toList();
      default -> List.of();
    };
  }
}
