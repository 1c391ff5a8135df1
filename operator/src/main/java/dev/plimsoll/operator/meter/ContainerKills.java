package dev.plimsoll.operator.meter;

/**
 * The OOM kills of one start of a container.
 *
 * @param container the runtime's id of it, without a scheme; empty where the agent does not know it
 * @param oomKills killed processes, as far as the agent has read the counter
 */
public record ContainerKills(String container, long oomKills) {}
