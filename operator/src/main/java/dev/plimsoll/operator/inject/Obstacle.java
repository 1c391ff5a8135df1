package dev.plimsoll.operator.inject;

import dev.plimsoll.operator.apply.Sidecar;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.diagnose.Severity;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What in a pod's manifest leaves no room for the sidecar. */
final class Obstacle {
  private static final List<Function<Workload, Optional<Finding>>> ALL =
      List.of(
          Obstacle::nameTaken, Obstacle::namespaceKept, Obstacle::hostNetwork, Obstacle::portTaken);

  private Obstacle() {}

  /** The first one. */
  static Optional<Finding> in(Workload workload) {
    return ALL.stream().flatMap(each -> each.apply(workload).stream()).findFirst();
  }

  private static Optional<Finding> nameTaken(Workload workload) {
    if (Sidecar.isOurs(workload)) {
      return Optional.empty();
    }
    PodSpec pod = workload.template().getSpec();
    Stream<String> containers =
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
            .map(Container::getName)
            .filter(Sidecar.NAME::equals);
    Stream<String> volumes =
        pod.getVolumes().stream()
            .map(volume -> volume.getName())
            .filter(
                name -> name.equals(Sidecar.POLICY_VOLUME) || name.equals(Sidecar.NO_TOKEN_VOLUME));
    return Stream.concat(containers, volumes)
        .findFirst()
        .map(
            name ->
                finding(
                    "SidecarNameTaken",
                    "%s has a container or volume named %s that is not Plimsoll's, so the agent is not put into its pods. Give yours another name, or set spec.agent.injection to None."
                        .formatted(workload.ref(), name)));
  }

  private static Optional<Finding> namespaceKept(Workload workload) {
    PodSpec pod = workload.template().getSpec();
    String why =
        Boolean.TRUE.equals(pod.getHostPID())
            ? "the node's processes (hostPID)"
            : "a namespace of its own for each container (shareProcessNamespace: false)";
    boolean isKept =
        Boolean.TRUE.equals(pod.getHostPID())
            || Boolean.FALSE.equals(pod.getShareProcessNamespace());
    return isKept
        ? Optional.of(
            finding(
                "ProcessNamespaceKept",
                "%s asks for %s, so the agent cannot see the application's processes from a sidecar and is not put there. Take the line out of the manifest, or run the image by plimsoll run and set spec.agent.injection to None."
                    .formatted(workload.ref(), why)))
        : Optional.empty();
  }

  private static Optional<Finding> hostNetwork(Workload workload) {
    return Boolean.TRUE.equals(workload.template().getSpec().getHostNetwork())
        ? Optional.of(
            finding(
                "AgentPortTaken",
                "%s uses its nodes' network, where port %d of one pod's agent is in the way of the next pod's, so the agent is not put there. Take hostNetwork out of the manifest, or set spec.agent.injection to None."
                    .formatted(workload.ref(), SidecarTemplate.PORT)))
        : Optional.empty();
  }

  private static Optional<Finding> portTaken(Workload workload) {
    PodSpec pod = workload.template().getSpec();
    return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
        .filter(container -> !container.getName().equals(Sidecar.NAME))
        .filter(
            container ->
                container.getPorts().stream()
                    .anyMatch(
                        port ->
                            Integer.valueOf(SidecarTemplate.PORT).equals(port.getContainerPort())))
        .findFirst()
        .map(
            container ->
                finding(
                    "AgentPortTaken",
                    "Container %s of %s uses port %d, which is the agent's, so the agent is not put beside it. Use another port there, or set spec.agent.injection to None."
                        .formatted(container.getName(), workload.ref(), SidecarTemplate.PORT)));
  }

  private static Finding finding(String reason, String message) {
    return new Finding(reason, Severity.WARNING, message);
  }
}
