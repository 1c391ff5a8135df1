package dev.plimsoll.core.decide;

import dev.plimsoll.core.decide.ReplanDecision.Adopt;
import dev.plimsoll.core.decide.ReplanDecision.Adopt.Cause;
import dev.plimsoll.core.decide.ReplanDecision.Keep;
import dev.plimsoll.core.decide.ReplanDecision.Keep.Why;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanOutcome;

/**
 * Whether a fresh plan replaces the one in force. A change of a fact that somebody set (the spec,
 * the limit, the CPUs, the replicas, a value of the user's own) is followed in both directions, on
 * the next allowed rollout. A change of an estimate alone is not: it must show the plan in force to
 * overrun by 10 % before anything shrinks, and growth is left to restore.
 */
public final class ReplanRule {
  /** Estimates waver by less than this from one look to the next. */
  private static final double OVERRUN_PERCENT = 10;

  private ReplanRule() {}

  /** For a workload that has no plan of ours yet. */
  public static ReplanDecision first(PlanOutcome fresh) {
    return switch (fresh) {
      case Infeasible _ -> new Keep(Why.INFEASIBLE);
      case Plan _ -> new Adopt(Cause.FIRST_PLAN);
    };
  }

  /**
   * For a workload that has one.
   *
   * @param applied the plan in force
   * @param basis what the fresh plan was made from
   * @param fresh the fresh plan
   * @param appliedCost what the plan in force costs by today's estimates, base included
   */
  public static ReplanDecision next(
      AppliedPlan applied, PlanBasis basis, PlanOutcome fresh, Bytes appliedCost) {
    return switch (fresh) {
      case Infeasible _ -> new Keep(Why.INFEASIBLE);
      case Plan plan when plan.values().equals(applied.values()) -> new Keep(Why.SAME_VALUES);
      case Plan plan -> changed(applied.basis(), basis, plan, appliedCost);
    };
  }

  private static ReplanDecision changed(
      PlanBasis before, PlanBasis now, Plan plan, Bytes appliedCost) {
    if (before.generation() != now.generation()) {
      return new Adopt(Cause.SPEC_CHANGED);
    }
    if (!before.limit().equals(now.limit())) {
      return new Adopt(Cause.LIMIT_CHANGED);
    }
    if (!before.equals(now)) {
      return new Adopt(Cause.WORKLOAD_CHANGED);
    }
    if (appliedCost.isMoreThan(plan.spendable())) {
      return appliedCost.count() > plan.spendable().count() * (1 + OVERRUN_PERCENT / 100)
          ? new Adopt(Cause.OVERRUN)
          : new Keep(Why.WITHIN_TOLERANCE);
    }
    return new Keep(Why.LEFT_TO_RESTORE);
  }
}
