package dev.plimsoll.core.model;

import java.time.Duration;

/**
 * When OOM kills become a cascade that only the smallest plan ends.
 *
 * @param oomKills episodes on one pod, at least 1
 * @param within the span in which they are counted
 */
public record BrakeTerms(int oomKills, Duration within) {}
