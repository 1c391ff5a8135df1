package dev.plimsoll.operator.meter;

import dev.plimsoll.core.model.Bytes;

/**
 * What a container holds, as its agent reads it.
 *
 * @param limit what the kernel enforces
 * @param unreclaimable what the kernel cannot take back
 * @param workingSet what {@code kubectl top} shows
 * @param peak the most that was ever unreclaimable
 */
public record MemoryUse(Bytes limit, Bytes unreclaimable, Bytes workingSet, Bytes peak) {}
