package dev.plimsoll.core.model;

import java.util.Optional;

/**
 * What a budget says of the container's memory.
 *
 * @param limit the declared limit; empty where the container's own counts
 * @param base the cost before the first worker
 * @param reserve what the plan leaves free
 * @param perUser what one concurrent user holds, only for "users that fit"
 */
public record MemoryTerms(
    Optional<Bytes> limit, Bytes base, Reserve reserve, Optional<Bytes> perUser) {}
