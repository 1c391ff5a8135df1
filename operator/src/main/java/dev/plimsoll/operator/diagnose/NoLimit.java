package dev.plimsoll.operator.diagnose;

import java.util.List;

/** There is no memory limit to plan for. */
final class NoLimit implements Diagnostic {
  private static final Reference REFERENCE =
      Reference.warning(
          NoLimit.class,
          "a container without a memory limit, under a budget without memory.limit",
          "set resources.limits.memory on the container, or memory.limit in the budget");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return surroundings.limit().isPresent()
        ? List.of()
        : List.of(
            REFERENCE.finding(
                "%s has no memory limit, so there is nothing to plan for. Set resources.limits.memory on it, or spec.memory.limit in the budget."
                    .formatted(surroundings.containerName())));
  }
}
