package dev.plimsoll.operator.observe;

import io.fabric8.kubernetes.api.model.IntOrString;

/** Counts as the API gives them: left out where they are zero or defaulted. */
final class Counts {
  private Counts() {}

  static int orZero(Integer count) {
    return orElse(count, 0);
  }

  static long orZero(Long count) {
    return count == null ? 0 : count;
  }

  static int orElse(Integer count, int other) {
    return count == null ? other : count;
  }

  /** Pods by number, or by a percentage of the replicas rounded up. */
  static int ofReplicasRoundedUp(IntOrString pods, int replicas) {
    if (pods.getStrVal() == null) {
      return orZero(pods.getIntVal());
    }
    long percent = Long.parseLong(pods.getStrVal().replace("%", "").strip());
    return Math.toIntExact(Math.ceilDiv(percent * replicas, 100L));
  }
}
