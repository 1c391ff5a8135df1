package dev.plimsoll.core.guard;

import java.time.Duration;

/**
 * What the agent saw at one tick.
 *
 * @param at by a clock that never goes back, since a moment that replicas share so that their turns
 *     differ: the time of day at the agent's start, since 1970, and a monotonic clock from there on
 */
public record Reading(Duration at, ContainerMemory memory, ServerReading server) {}
