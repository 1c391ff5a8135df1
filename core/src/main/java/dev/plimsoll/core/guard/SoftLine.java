package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;

/**
 * The line above which a pod watches: the policy's, lowered by up to three points by the pod's
 * identity, so that replicas that grow alike do not meet it together.
 */
final class SoftLine {
  private static final double LOWERED_AT_MOST = 3;

  private SoftLine() {}

  static Bytes of(GuardPolicy policy, Bytes limit) {
    return limit.percent(percent(policy));
  }

  /** Of the limit; the policy's own where the pod has no identity. */
  static double percent(GuardPolicy policy) {
    return policy.identity().isEmpty()
        ? policy.softPercent()
        : policy.softPercent() - LOWERED_AT_MOST * IdentityHash.share(policy.identity());
  }
}
