package dev.plimsoll.cli.load;

import java.time.Duration;

/**
 * A request and what became of it.
 *
 * @param latency from the time at which it was due, so that a late start counts as waiting
 */
public record Answer(Arrival arrival, Outcome outcome, Duration latency) {}
