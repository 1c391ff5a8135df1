package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;

/**
 * One worker at one moment.
 *
 * @param age since it started
 * @param privateBytes what a recycle would give back: its private anonymous memory, from the last
 *     exact count and statm since
 * @param cpuTime that it has used since it started; one that uses none is idle
 */
public record WorkerReading(ProcessId id, Duration age, Bytes privateBytes, Duration cpuTime) {}
