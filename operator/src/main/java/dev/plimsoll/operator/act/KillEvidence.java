package dev.plimsoll.operator.act;

import dev.plimsoll.operator.meter.Metering;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;

/**
 * What tells of OOM kills at one look.
 *
 * @param pods the budget's, with their status
 * @param container the one that the budget sizes
 * @param metering what the agents say
 * @param since when the budget was made: what ended earlier is not its to count
 */
public record KillEvidence(List<Pod> pods, String container, Metering metering, Instant since) {}
