package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pods whose container fails again and again, or the agent beside it.
 *
 * @param ofNewest those of the newest revision
 * @param ofOthers those of any other
 */
public record CrashLoops(int ofNewest, int ofOthers) {
  private static final String REASON = "CrashLoopBackOff";

  /** While the agent waits for any of these, its pod does not start or is not ready. */
  private static final Set<String> REASONS_OF_AGENT =
      Set.of(
          REASON,
          "ImagePullBackOff",
          "InvalidImageName",
          "ErrImageNeverPull",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError");

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
    Optional<PodStatus> status = Optional.ofNullable(pod.getStatus());
    return status.stream()
            .flatMap(each -> each.getContainerStatuses().stream())
            .filter(each -> each.getName().equals(container))
            .flatMap(each -> waitingFor(each).stream())
            .anyMatch(REASON::equals)
        || status.stream()
            .flatMap(each -> each.getInitContainerStatuses().stream())
            .filter(each -> each.getName().equals(PodCache.AGENT))
            .flatMap(each -> waitingFor(each).stream())
            .anyMatch(REASONS_OF_AGENT::contains);
  }

  private static Optional<String> waitingFor(ContainerStatus status) {
    return Optional.ofNullable(status.getState())
        .map(ContainerState::getWaiting)
        .map(ContainerStateWaiting::getReason);
  }
}
