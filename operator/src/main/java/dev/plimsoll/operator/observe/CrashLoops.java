package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/**
 * Pods whose container fails again and again.
 *
 * @param ofNewest those of the newest revision
 * @param ofOthers those of any other
 */
public record CrashLoops(int ofNewest, int ofOthers) {
  private static final String REASON = "CrashLoopBackOff";

  /**
   * Counts them.
   *
   * @param newest the hash of the newest revision
   */
  public static CrashLoops of(List<Pod> pods, String container, String newest) {
    List<Pod> looping = podsIn(pods, container);
    int ofNewest = (int) looping.stream().filter(pod -> Revision.of(pod).equals(newest)).count();
    return new CrashLoops(ofNewest, looping.size() - ofNewest);
  }

  /** Those of the pods that are in one. */
  public static List<Pod> podsIn(List<Pod> pods, String container) {
    return pods.stream().filter(pod -> isLooping(pod, container)).toList();
  }

  private static boolean isLooping(Pod pod, String container) {
    return Optional.ofNullable(pod.getStatus()).stream()
        .flatMap(status -> status.getContainerStatuses().stream())
        .filter(status -> status.getName().equals(container))
        .anyMatch(
            status ->
                Optional.ofNullable(status.getState())
                    .map(ContainerState::getWaiting)
                    .map(ContainerStateWaiting::getReason)
                    .filter(REASON::equals)
                    .isPresent());
  }
}
