package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.Pod;

/** Whether a pod serves. */
public final class Readiness {
  private Readiness() {}

  /** By its condition Ready. */
  public static boolean of(Pod pod) {
    return pod.getStatus() != null
        && pod.getStatus().getConditions().stream()
            .anyMatch(
                condition ->
                    "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
  }
}
