package dev.plimsoll.operator.meter;

import java.net.URI;

/**
 * Where the agent of one pod answers.
 *
 * @param podUid the pod's
 * @param name the pod's
 * @param endpoint of its samples
 */
public record Agent(String podUid, String name, URI endpoint) {}
