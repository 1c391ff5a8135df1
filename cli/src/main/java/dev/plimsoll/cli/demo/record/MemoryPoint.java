package dev.plimsoll.cli.demo.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The container at one moment; three numbers in JSON, since there are many.
 *
 * @param atMillis since the load's begin
 * @param bytes that the kernel cannot take back
 * @param workers that the server's master has
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"atMillis", "bytes", "workers"})
public record MemoryPoint(long atMillis, long bytes, int workers) {}
