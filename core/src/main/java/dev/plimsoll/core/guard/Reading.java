package dev.plimsoll.core.guard;

import java.time.Duration;

/**
 * What the agent saw at one tick.
 *
 * @param at since the agent started, by a clock that never goes back
 */
public record Reading(Duration at, ContainerMemory memory, ServerReading server) {}
