package dev.plimsoll.core.decide;

import dev.plimsoll.core.model.Bytes;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a plan was made from, costs aside: facts that somebody set, not estimates.
 *
 * @param generation of the budget; every change of its spec raises it
 * @param limit the container's memory limit
 * @param cpus the container's CPUs; empty where it declares none
 * @param maxReplicas the most pods there can be at once
 * @param fixed values of the user's own that the plan kept, by knob
 */
public record PlanBasis(
    long generation, Bytes limit, OptionalInt cpus, int maxReplicas, Map<String, Integer> fixed) {}
