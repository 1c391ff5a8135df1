package dev.plimsoll.cli.load;

import java.time.Duration;

/**
 * One request that is to be sent.
 *
 * @param number counted from 0
 * @param at since the load's begin
 * @param draw in [0, 1), by which the application tells rare requests from usual ones
 */
public record Arrival(int number, Duration at, double draw) {}
