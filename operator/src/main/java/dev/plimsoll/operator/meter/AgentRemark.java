package dev.plimsoll.operator.meter;

/**
 * Something that holds in a pod now.
 *
 * @param reason one word in CamelCase; an agent of another version may know other words
 * @param message what is, why, and what to do
 */
public record AgentRemark(String reason, String message) {}
