package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An OOM kill of a whole container, as the pod's status tells it. A worker that is killed under a
 * surviving master does not show there.
 *
 * @param container the runtime's id of the killed container; each start has its own
 */
public record OomKill(String container, Instant at) {
  private static final String REASON = "OOMKilled";

  /** The container runtime may report Error after a real OOM kill: then the signal tells. */
  private static final int KILLED = 137;

  /** Those that a pod's status still shows of one container: the last two at most. */
  public static Set<OomKill> of(Pod pod, String container) {
    return Optional.ofNullable(pod.getStatus()).stream()
        .flatMap(status -> status.getContainerStatuses().stream())
        .filter(status -> status.getName().equals(container))
        .flatMap(OomKill::ends)
        .filter(OomKill::isOomKill)
        .flatMap(end -> of(end).stream())
        .collect(Collectors.toSet());
  }

  private static Stream<ContainerStateTerminated> ends(ContainerStatus status) {
    return Stream.of(status.getState(), status.getLastState())
        .filter(Objects::nonNull)
        .map(ContainerState::getTerminated)
        .filter(Objects::nonNull);
  }

  private static boolean isOomKill(ContainerStateTerminated end) {
    return REASON.equals(end.getReason())
        || (end.getExitCode() != null && end.getExitCode() == KILLED);
  }

  private static Optional<OomKill> of(ContainerStateTerminated end) {
    return Optional.ofNullable(end.getFinishedAt())
        .map(time -> new OomKill(String.valueOf(end.getContainerID()), Instant.parse(time)));
  }
}
