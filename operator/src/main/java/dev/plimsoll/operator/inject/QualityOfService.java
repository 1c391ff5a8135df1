package dev.plimsoll.operator.inject;

import dev.plimsoll.operator.apply.Sidecar;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the node promises a pod, as far as the agent's container may change it. */
enum QualityOfService {
  /** Every container is limited to what it requests: one that is not ends it for the whole pod. */
  GUARANTEED,
  /** Anything else. */
  OTHER;

  private static final List<String> COUNTED = List.of("cpu", "memory");

  /** That of a pod without the agent. */
  static QualityOfService of(PodSpec pod) {
    boolean isGuaranteed =
        Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
            .filter(container -> !container.getName().equals(Sidecar.NAME))
            .allMatch(QualityOfService::isBounded);
    return isGuaranteed ? GUARANTEED : OTHER;
  }

  private static boolean isBounded(Container container) {
    Optional<ResourceRequirements> resources = Optional.ofNullable(container.getResources());
    Map<String, Quantity> limits =
        resources.map(ResourceRequirements::getLimits).orElseGet(Map::of);
    Map<String, Quantity> requests =
        resources.map(ResourceRequirements::getRequests).orElseGet(Map::of);
    return COUNTED.stream()
        .allMatch(
            resource ->
                limits.containsKey(resource)
                    && limits
                        .get(resource)
                        .equals(requests.getOrDefault(resource, limits.get(resource))));
  }
}
