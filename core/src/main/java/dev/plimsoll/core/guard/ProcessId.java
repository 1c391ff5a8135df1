package dev.plimsoll.core.guard;

/**
 * One process, never mistaken for a later one of the same number.
 *
 * @param pid its number
 * @param startTicks when it started, in clock ticks since boot
 */
public record ProcessId(int pid, long startTicks) {}
