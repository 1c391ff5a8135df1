package dev.plimsoll.operator.meter;

import java.time.Instant;

/**
 * Something that an agent did.
 *
 * @param action recycle, shed, grow or kill
 * @param reason why, in one word
 * @param why why, in one sentence
 */
public record AgentAction(Instant time, String action, String reason, String why) {}
