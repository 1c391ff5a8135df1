package dev.plimsoll.operator.diagnose;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;

/** A container that serves does not say when it can. */
final class ReadinessProbeMissing implements Diagnostic {
  private static final Reference REFERENCE =
      Reference.advice(
          ReadinessProbeMissing.class,
          "a container with ports and without a readinessProbe",
          "add a readinessProbe, such as an HTTP GET of /health");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    Container container = surroundings.container();
    return container.getPorts().isEmpty() || container.getReadinessProbe() != null
        ? List.of()
        : List.of(
            REFERENCE.finding(
                "%s serves on a port without a readinessProbe: a rollout counts its pods as ready while they still start, so requests fail and a bad setting goes unnoticed. Add one, such as an HTTP GET of /health."
                    .formatted(surroundings.containerName())));
  }
}
