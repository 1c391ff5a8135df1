package dev.plimsoll.cli.demo.record;

import java.time.Instant;

/**
 * Both runs, as they were seen.
 *
 * @param recordedAt when they began
 * @param machine what they ran on, for people
 */
public record Recording(
    Instant recordedAt, String machine, Terms terms, Side unguarded, Side guarded) {}
