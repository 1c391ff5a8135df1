package dev.plimsoll.core.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the process table tells of one process.
 *
 * @param pid its number
 * @param parent its parent's number
 * @param startTicks when it started, in clock ticks since boot: tells it from a later process of
 *     the same number
 * @param name what the kernel calls it, at most 15 characters
 * @param arguments its command line as it is now; a title where the server has set one, nothing
 *     once it has ended
 * @param variables those of {@link RuntimeProfile#tellingVariables()} that it was started with, as
 *     far as they can be read
 * @param handled the signals for which it has code of its own; empty where that cannot be read
 */
public record ProcessFacts(
    int pid,
    int parent,
    long startTicks,
    String name,
    List<String> arguments,
    Map<String, String> variables,
    Optional<SignalSet> handled) {
  public ProcessFacts {
    arguments = withoutPadding(arguments);
    variables = Map.copyOf(variables);
  }

  /** A process of which only the command line can be read. */
  public ProcessFacts(int pid, int parent, long startTicks, String name, List<String> arguments) {
    this(pid, parent, startTicks, name, arguments, Map.of(), Optional.empty());
  }

  /** A title leaves the rest of the command line that it replaces empty. */
  private static List<String> withoutPadding(List<String> words) {
    int end = words.size();
    while (end > 0 && words.get(end - 1).isEmpty()) {
      end--;
    }
    return List.copyOf(words.subList(0, end));
  }

  /** Whether it has ended and only waits for its parent to ask after it. */
  boolean hasEnded() {
    return arguments.isEmpty();
  }

  /** Whether it is known to have code of its own for a signal. */
  boolean handles(Signal signal) {
    return handled.filter(signals -> signals.has(signal)).isPresent();
  }

  /** What it wrote over its command line, such as {@code gunicorn: master [app]}. */
  Optional<String> title() {
    return arguments.size() == 1 && arguments.getFirst().indexOf(' ') >= 0
        ? Optional.of(arguments.getFirst())
        : Optional.empty();
  }
}
