package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The whole CPUs that a container can count on. */
final class CpuCount {
  private CpuCount() {}

  /** Its CPU limit, else its request, rounded up; empty where it has neither. */
  static OptionalInt of(Container container) {
    return cpu(container, ResourceRequirements::getLimits)
        .or(() -> cpu(container, ResourceRequirements::getRequests))
        .map(cpus -> OptionalInt.of(Math.max(1, cpus)))
        .orElseGet(OptionalInt::empty);
  }

  private static Optional<Integer> cpu(
      Container container, Function<ResourceRequirements, Map<String, Quantity>> amounts) {
    return Optional.ofNullable(container.getResources())
        .map(amounts)
        .map(quantities -> quantities.get("cpu"))
        .map(Quantity::getNumericalAmount)
        .map(cpus -> cpus.setScale(0, RoundingMode.CEILING).intValue());
  }
}
