package dev.plimsoll.core.runtime;

import java.util.List;

/**
 * What the process table tells of one process.
 *
 * @param pid its number
 * @param parent its parent's number
 * @param startTicks when it started, in clock ticks since boot: tells it from a later process of
 *     the same number
 * @param name what the kernel calls it, at most 15 characters
 * @param arguments its command line as it is now; a title where the server has set one
 */
public record ProcessFacts(
    int pid, int parent, long startTicks, String name, List<String> arguments) {
  public ProcessFacts {
    arguments = List.copyOf(arguments);
  }
}
