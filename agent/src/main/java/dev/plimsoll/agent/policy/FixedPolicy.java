package dev.plimsoll.agent.policy;

import dev.plimsoll.core.guard.GuardPolicy;
import java.util.Optional;

/** One policy for as long as the guard runs, for those who hold the budget themselves. */
public final class FixedPolicy implements PolicySource {
  private final PolicyInForce inForce;

  public FixedPolicy(GuardPolicy policy) {
    this.inForce = new PolicyInForce(policy, PolicyInForce.Origin.FILE, Optional.empty());
  }

  @Override
  public PolicyInForce at(long now) {
    return inForce;
  }
}
