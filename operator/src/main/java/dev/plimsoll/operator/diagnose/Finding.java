package dev.plimsoll.operator.diagnose;

/**
 * One thing that a diagnostic saw.
 *
 * @param reason the diagnostic's name, fit for a condition or an event
 * @param message what is, why it matters and what to do, naming the container, variable or field
 */
public record Finding(String reason, Severity severity, String message) {}
