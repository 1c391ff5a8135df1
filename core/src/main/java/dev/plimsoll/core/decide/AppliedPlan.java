package dev.plimsoll.core.decide;

import java.util.Map;

/**
 * The plan in force on a workload.
 *
 * @param values by knob
 * @param basis what it was made from
 */
public record AppliedPlan(Map<String, Integer> values, PlanBasis basis) {}
