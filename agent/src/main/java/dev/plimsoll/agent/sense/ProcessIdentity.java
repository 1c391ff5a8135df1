package dev.plimsoll.agent.sense;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a process is, as far as it may be seen; it changes only by exec, by a title that a server
 * sets, or by a move to another cgroup.
 *
 * @param arguments its command line as it is now
 * @param cgroup its path in the memory hierarchy; empty where the process is just ending
 * @param container the name that the variable PLIMSOLL_CONTAINER gives it, while its environment is
 *     still there
 * @param user who runs it
 */
record ProcessIdentity(
    List<String> arguments, String cgroup, Optional<String> container, long user) {
  private static final String VARIABLE = "PLIMSOLL_CONTAINER=";
  private static final byte[] UID = MemoryCgroup.key("Uid");

  /** Reads it; what is refused or gone is left empty. */
  static ProcessIdentity of(Path directory, KernelText text) {
    return new ProcessIdentity(
        reads(directory, "cmdline", text) ? words(text) : List.of(),
        reads(directory, "cgroup", text) ? CgroupPath.ofMemory(text.all()) : "",
        reads(directory, "environ", text) ? named(text.all()) : Optional.empty(),
        reads(directory, "status", text) ? text.field(UID) : KernelText.NO_NUMBER);
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

  private static Optional<String> named(String environment) {
    int at = environment.startsWith(VARIABLE) ? 0 : environment.indexOf('\0' + VARIABLE) + 1;
    if (at == 0 && !environment.startsWith(VARIABLE)) {
      return Optional.empty();
    }
    int from = at + VARIABLE.length();
    int to = environment.indexOf('\0', from);
    String name = environment.substring(from, to < 0 ? environment.length() : to);
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }
}
