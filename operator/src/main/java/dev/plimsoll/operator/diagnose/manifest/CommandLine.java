package dev.plimsoll.operator.diagnose.manifest;

import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A container's command and arguments as the manifest gives them, taken apart where a shell runs
 * them as a script.
 *
 * @param commands simple commands, each as its words
 * @param entry who chooses the program
 */
record CommandLine(List<List<String>> commands, Entry entry) {
  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh");

  /** Who chooses the program that runs. */
  enum Entry {
    /** The manifest does. */
    MANIFEST,
    /** The image does: the manifest adds arguments, or nothing. */
    IMAGE
  }

  static CommandLine of(Container container) {
    List<String> command = Optional.ofNullable(container.getCommand()).orElse(List.of());
    List<String> args = Optional.ofNullable(container.getArgs()).orElse(List.of());
    List<String> words = Stream.concat(command.stream(), args.stream()).toList();
    Entry entry = command.isEmpty() ? Entry.IMAGE : Entry.MANIFEST;
    return new CommandLine(split(words), entry);
  }

  private static List<List<String>> split(List<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    for (int index = 0; index + 2 < words.size(); index++) {
      if (SHELLS.contains(baseName(words.get(index)))) {
        Optional<String> script = scriptAfter(words, index);
        if (script.isPresent()) {
          return ShellScript.commands(script.get());
        }
      }
    }
    return List.of(words);
  }

  /** The word after {@code -c}, which other flags such as {@code -euo pipefail} may precede. */
  private static Optional<String> scriptAfter(List<String> words, int shell) {
    int index = shell + 1;
    while (index + 1 < words.size() && words.get(index).matches("-[a-z]+")) {
      if (words.get(index).endsWith("c")) {
        return Optional.of(words.get(index + 1));
      }
      index += words.get(index).endsWith("o") ? 2 : 1;
    }
    return Optional.empty();
  }

  static String baseName(String word) {
    return word.substring(word.lastIndexOf('/') + 1);
  }

  /** Assignments that a script makes before it runs something, or for one command, in order. */
  List<Variable> assignments() {
    List<Variable> assignments = new ArrayList<>();
    for (List<String> words : commands) {
      words.stream()
          .takeWhile(word -> isAssignment(word) || Set.of("export", "env", "exec").contains(word))
          .filter(CommandLine::isAssignment)
          .map(word -> word.split("=", 2))
          .forEach(parts -> assignments.add(new Variable(parts[0], parts[1])));
    }
    return assignments;
  }

  private static boolean isAssignment(String word) {
    return word.matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*");
  }
}
