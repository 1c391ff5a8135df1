package dev.plimsoll.operator.diagnose.manifest;

import dev.plimsoll.core.runtime.RuntimeProfile;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The server's part of a container's command line.
 *
 * @param words what follows the server's own name
 * @param entry who starts the server; where the image does, it may add arguments of its own
 */
record ServerCommand(List<String> words, CommandLine.Entry entry) {
  private static final String VERSION_SUFFIX = "[0-9.]*";
  private static final Pattern APPLICATION = Pattern.compile("[\\w./]+:[\\w()]+");

  /**
   * The last command that starts the server, or the manifest's arguments where they can only be for
   * the server that the image starts. Empty where the manifest shows neither.
   */
  static Optional<ServerCommand> find(Container container, RuntimeProfile runtime) {
    CommandLine line = CommandLine.of(container);
    return line.commands().reversed().stream()
        .flatMap(words -> after(words, runtime.programs()).stream())
        .findFirst()
        .map(words -> new ServerCommand(words, CommandLine.Entry.MANIFEST))
        .or(() -> addedToTheImages(line));
  }

  private static Optional<List<String>> after(List<String> words, Set<String> programs) {
    return IntStream.range(0, words.size())
        .filter(index -> isOneOf(programs, words.get(index)))
        .mapToObj(index -> words.subList(index + 1, words.size()))
        .findFirst();
  }

  private static boolean isOneOf(Set<String> programs, String word) {
    String name = CommandLine.baseName(word);
    return programs.stream()
        .anyMatch(program -> name.matches(Pattern.quote(program) + VERSION_SUFFIX));
  }

  private static Optional<ServerCommand> addedToTheImages(CommandLine line) {
    return Optional.of(line)
        .filter(whole -> whole.entry() == CommandLine.Entry.IMAGE && whole.commands().size() == 1)
        .map(whole -> whole.commands().getFirst())
        .filter(ServerCommand::looksLikeArguments)
        .map(words -> new ServerCommand(words, CommandLine.Entry.IMAGE));
  }

  private static boolean looksLikeArguments(List<String> words) {
    String first = words.getFirst();
    return first.startsWith("-") || APPLICATION.matcher(first).matches();
  }

  /**
   * The value of a flag as it is written: {@code --workers 4}, {@code --workers=4}, {@code -w 4},
   * {@code -w4} or {@code -Xmx512m}. Of several the last one counts.
   *
   * @param spellings every way to write the flag, dashes included
   */
  Optional<FlagUse> use(List<String> spellings) {
    return IntStream.range(0, words.size())
        .boxed()
        .flatMap(index -> spellings.stream().flatMap(spelling -> useAt(index, spelling).stream()))
        .reduce((first, second) -> second);
  }

  private Optional<FlagUse> useAt(int index, String spelling) {
    String word = words.get(index);
    if (word.equals(spelling)) {
      return index + 1 < words.size()
          ? Optional.of(new FlagUse(word + " " + words.get(index + 1), words.get(index + 1)))
          : Optional.empty();
    }
    String rest = word.startsWith(spelling) ? word.substring(spelling.length()) : "";
    boolean isAttached = !spelling.startsWith("--") && rest.matches("[0-9$].*");
    return rest.startsWith("=") || isAttached
        ? Optional.of(new FlagUse(word, isAttached ? rest : rest.substring(1)))
        : Optional.empty();
  }
}
