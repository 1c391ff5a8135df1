package dev.plimsoll.core.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A setting that the application reads, and what one unit of it costs.
 *
 * @param name unique in its budget
 * @param placement where its value goes
 * @param per the parent knob, where each unit of the parent has this many of its own
 * @param unitCost memory of one unit at its peak; an upper estimate
 * @param min the fewest units, at least 1 unless the user declared 0
 * @param max the most units; empty where only the CPU rule bounds it
 * @param step units go from min upwards in steps of this, at least 1
 * @param cpu a further bound by the container's CPUs
 * @param maxTotal a bound on the units of all replicas together
 * @param weight the worth of a knob beside the others, at least 1
 * @param occupancy how units in use are counted, for learning
 */
public record Knob(
    String name,
    Placement placement,
    Optional<String> per,
    Bytes unitCost,
    int min,
    OptionalInt max,
    int step,
    Optional<CpuRule> cpu,
    OptionalInt maxTotal,
    int weight,
    Optional<Occupancy> occupancy) {}
