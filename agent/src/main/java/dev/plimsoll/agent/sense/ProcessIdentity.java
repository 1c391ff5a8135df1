package dev.plimsoll.agent.sense;

import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.runtime.SignalSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process is, as far as it may be seen; it changes only by exec, by a title that a server
 * sets, or by a move to another cgroup.
 *
 * @param arguments its command line as it is now
 * @param cgroup its path in the memory hierarchy; empty where the process is just ending
 * @param container the name that the variable PLIMSOLL_CONTAINER gives it, while its environment is
 *     still there
 * @param variables those that tell how its server's processes are to be read, likewise
 * @param handled the signals for which it has code of its own
 * @param user who runs it
 * @param group of which it is
 */
record ProcessIdentity(
    List<String> arguments,
    String cgroup,
    Optional<String> container,
    Map<String, String> variables,
    Optional<SignalSet> handled,
    long user,
    long group) {
  private static final String CONTAINER = "PLIMSOLL_CONTAINER";

  private static final Set<String> TELLING =
      Stream.concat(Stream.of(CONTAINER), RuntimeProfiles.tellingVariables().stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final byte[] UID = MemoryCgroup.key("Uid");
  private static final byte[] GID = MemoryCgroup.key("Gid");
  private static final byte[] HANDLED = MemoryCgroup.key("SigCgt");

  /** Reads it; what is refused or gone is left empty. */
  static ProcessIdentity of(Path directory, KernelText text) {
    List<String> arguments = reads(directory, "cmdline", text) ? words(text) : List.of();
    String cgroup = reads(directory, "cgroup", text) ? CgroupPath.ofMemory(text.all()) : "";
    Map<String, String> variables =
        reads(directory, "environ", text) ? telling(text.all()) : Map.of();
    boolean hasStatus = reads(directory, "status", text);
    return new ProcessIdentity(
        arguments,
        cgroup,
        Optional.ofNullable(variables.get(CONTAINER)).filter(name -> !name.isEmpty()),
        variables,
        hasStatus ? text.wordOf(HANDLED).map(SignalSet::parse) : Optional.empty(),
        hasStatus ? text.field(UID) : KernelText.NO_NUMBER,
        hasStatus ? text.field(GID) : KernelText.NO_NUMBER);
  }

  /** This one, with what an earlier one still saw of an environment that is gone by now. */
  ProcessIdentity after(ProcessIdentity earlier) {
    return variables.isEmpty() && !earlier.variables().isEmpty()
        ? new ProcessIdentity(
            arguments, cgroup, earlier.container(), earlier.variables(), handled, user, group)
        : this;
  }

  private static boolean reads(Path directory, String file, KernelText text) {
    try (KernelFile opened = new KernelFile(directory.resolve(file))) {
      opened.readInto(text);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static List<String> words(KernelText text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.at(at) == 0) {
        words.add(text.text(from, at));
        from = at + 1;
      }
    }
    if (from < text.length()) {
      words.add(text.text(from, text.length()));
    }
    return words;
  }

  private static Map<String, String> telling(String environment) {
    Map<String, String> found = new HashMap<>();
    for (int from = 0; from < environment.length(); ) {
      int end = environment.indexOf('\0', from);
      int to = end < 0 ? environment.length() : end;
      int equals = environment.indexOf('=', from);
      if (equals >= 0 && equals < to && TELLING.contains(environment.substring(from, equals))) {
        found.put(environment.substring(from, equals), environment.substring(equals + 1, to));
      }
      from = to + 1;
    }
    return found;
  }
}
