package dev.plimsoll.agent.sense;

/**
 * Time lost to waiting for memory, from the cgroup's pressure file.
 *
 * @param some percent of the last ten seconds in which at least one task waited
 * @param full percent of it in which all did
 */
public record Pressure(double some, double full) {}
