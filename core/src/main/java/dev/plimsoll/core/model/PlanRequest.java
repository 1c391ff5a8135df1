package dev.plimsoll.core.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Everything that a plan depends on.
 *
 * @param knobs in the budget's order; parents may come after their children
 * @param base the cost before the first worker
 * @param reserve what to leave free
 * @param softPercent a plan stays below this share of the limit as well
 * @param limit the container's memory limit
 * @param cpus the container's CPU limit, else its request, rounded up; empty where it has neither
 * @param maxReplicas the most pods there can be at once, HPA maximum and rollout surge included; at
 *     least 1
 * @param fixed values that are the user's own, by knob: the plan keeps and counts them, whatever
 *     the knob's own bounds
 * @param applied values in force now, by knob: ties go to them
 * @param most upper bounds that running pods have shown, by knob; a knob's min is a floor under
 *     them
 */
public record PlanRequest(
    List<Knob> knobs,
    Bytes base,
    Reserve reserve,
    int softPercent,
    Bytes limit,
    OptionalInt cpus,
    int maxReplicas,
    Map<String, Integer> fixed,
    Map<String, Integer> applied,
    Map<String, Integer> most) {

  /** Without any bounds that running pods have shown. */
  public PlanRequest(
      List<Knob> knobs,
      Bytes base,
      Reserve reserve,
      int softPercent,
      Bytes limit,
      OptionalInt cpus,
      int maxReplicas,
      Map<String, Integer> fixed,
      Map<String, Integer> applied) {
    this(knobs, base, reserve, softPercent, limit, cpus, maxReplicas, fixed, applied, Map.of());
  }

  /** What a budget alone says, at a limit: one replica, nothing fixed, nothing applied yet. */
  public static PlanRequest of(Budget budget, Bytes limit, OptionalInt cpus) {
    return new PlanRequest(
        budget.knobs(),
        budget.memory().base(),
        budget.memory().reserve(),
        budget.guard().softPercent(),
        limit,
        cpus,
        1,
        Map.of(),
        Map.of());
  }

  public PlanRequest withLimit(Bytes newLimit) {
    return new PlanRequest(
        knobs, base, reserve, softPercent, newLimit, cpus, maxReplicas, fixed, applied, most);
  }

  /** With no more of a knob than this. */
  public PlanRequest withMost(String knob, int value) {
    return new PlanRequest(
        knobs,
        base,
        reserve,
        softPercent,
        limit,
        cpus,
        maxReplicas,
        fixed,
        applied,
        Map.of(knob, value));
  }

  /** What may be spent: the limit less the reserve, and never above the soft line. */
  public Bytes spendable() {
    return limit.minusOrZero(reserve.at(limit)).min(limit.percent(softPercent));
  }
}
