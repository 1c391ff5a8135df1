package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An OOM kill in a container that has ended, as the pod's status tells it. A worker that is killed
 * under a surviving master does not show there.
 *
 * @param container the runtime's id of the container's start, without a scheme
 * @param at when the container ended
 */
public record OomKill(String container, Sign sign, Instant at) {
  private static final String REASON = "OOMKilled";

  /** The container runtime may report Error after a real OOM kill: then the signal tells. */
  private static final int KILLED = 137;

  /** What tells of it. */
  public enum Sign {
    /** The runtime's own word: the kernel has killed a process in the container. */
    REASON,
    /** The exit code of a signal 9, which others may send as well. */
    SIGNAL
  }

  /** Those that a pod's status still shows of one container, the earlier first: two at most. */
  public static List<OomKill> of(Pod pod, String container) {
    return statusOf(pod, container).stream()
        .flatMap(OomKill::ends)
        .flatMap(end -> of(end).stream())
        .sorted(Comparator.comparing(OomKill::at))
        .toList();
  }

  /** The id of the start that is current; empty where there is none. */
  public static Optional<String> currentStart(Pod pod, String container) {
    return statusOf(pod, container).map(ContainerStatus::getContainerID).map(OomKill::plain);
  }

  private static Optional<ContainerStatus> statusOf(Pod pod, String container) {
    return Optional.ofNullable(pod.getStatus()).stream()
        .flatMap(status -> status.getContainerStatuses().stream())
        .filter(status -> status.getName().equals(container))
        .findFirst();
  }

  private static Stream<ContainerStateTerminated> ends(ContainerStatus status) {
    return Stream.of(status.getState(), status.getLastState())
        .filter(Objects::nonNull)
        .map(ContainerState::getTerminated)
        .filter(Objects::nonNull);
  }

  private static Optional<OomKill> of(ContainerStateTerminated end) {
    return sign(end)
        .flatMap(
            sign ->
                Optional.ofNullable(end.getFinishedAt())
                    .map(
                        time ->
                            new OomKill(
                                plain(String.valueOf(end.getContainerID())),
                                sign,
                                Instant.parse(time))));
  }

  private static Optional<Sign> sign(ContainerStateTerminated end) {
    if (REASON.equals(end.getReason())) {
      return Optional.of(Sign.REASON);
    }
    return Optional.ofNullable(end.getExitCode())
        .filter(code -> code == KILLED)
        .map(_ -> Sign.SIGNAL);
  }

  /** Without the scheme of the runtime, such as {@code containerd://}. */
  private static String plain(String id) {
    return id.substring(id.indexOf("://") < 0 ? 0 : id.indexOf("://") + 3);
  }
}
