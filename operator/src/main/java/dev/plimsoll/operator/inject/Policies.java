package dev.plimsoll.operator.inject;

import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.PolicyText;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.operator.observe.Observation;
import java.time.Duration;
import java.util.OptionalInt;

/** Writes a budget's terms as the policy that its pods' agents read. */
public final class Policies {
  /** What a drain is longer than the server's own graceful timeout. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private Policies() {}

  /**
   * The text of a policy.
   *
   * @param workers how many of them the plan has set or sets now; empty where it does not
   * @throws IllegalArgumentException where the budget's runtime is none that is known
   */
  public static String textOf(Budget budget, Observation.Target target, OptionalInt workers) {
    String type = budget.runtime().type();
    RuntimeProfile runtime =
        RuntimeProfiles.named(type)
            .orElseThrow(() -> new IllegalArgumentException("no runtime is named " + type));
    return PolicyText.render(
        new GuardPolicy(
            target.container().getName(),
            runtime.name(),
            runtime.processes(),
            budget.guard().softPercent(),
            budget.guard().hardPercent(),
            budget
                .guard()
                .drain()
                .orElseGet(
                    () -> runtime.gracefulTimeout(budget.runtime().arguments()).plus(MARGIN)),
            budget.guard().maxWorkerAge(),
            budget.guard().actions(),
            workers,
            Math.max(1, target.workload().replicas()),
            ""));
  }
}
