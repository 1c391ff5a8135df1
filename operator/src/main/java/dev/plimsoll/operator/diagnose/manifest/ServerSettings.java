package dev.plimsoll.operator.diagnose.manifest;

import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.ArgumentLine;
import dev.plimsoll.core.runtime.Flag;
import dev.plimsoll.core.runtime.FlagCatalog;
import dev.plimsoll.core.runtime.MalformedLineException;
import dev.plimsoll.core.runtime.RuntimeProfile;
import io.fabric8.kubernetes.api.model.Container;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a manifest and a budget together tell the server. */
public final class ServerSettings {
  private static final Set<String> FILE_FLAGS =
      Set.of("config", "ini", "yaml", "json", "xml", "emperor");
  private static final String FILE_NAMES = ".*\\.(ini|ya?ml|json|xml|conf|toml)|.*conf(ig)?\\.py";

  private final Optional<ServerCommand> command;
  private final List<Variable> assignments;
  private final Map<String, String> arguments;

  private ServerSettings(
      Optional<ServerCommand> command, List<Variable> assignments, Map<String, String> arguments) {
    this.command = command;
    this.assignments = assignments;
    this.arguments = arguments;
  }

  /**
   * Reads the settings.
   *
   * @param declared the arguments that the budget keeps in the runtime's variables
   */
  public static ServerSettings of(
      Container container, RuntimeProfile runtime, Map<String, String> declared) {
    Optional<ServerCommand> command = ServerCommand.find(container, runtime);
    Variables variables = Variables.of(container);
    Map<String, String> arguments = new LinkedHashMap<>();
    switch (runtime.arguments()) {
      case ArgumentHome.OneLine line -> {
        variables.value(line.variable()).ifPresent(text -> arguments.putAll(flagsOf(line, text)));
        arguments.putAll(declared);
        command.ifPresent(words -> arguments.putAll(flagsOf(line.flags(), words)));
      }
      case ArgumentHome.VariablePerFlag perFlag -> {
        variables.literal().forEach(variable -> addFlag(perFlag, variable, arguments));
        arguments.putAll(declared);
        command.ifPresent(words -> arguments.putAll(flagsOf(perFlag.flags(), words)));
      }
      case ArgumentHome.Nowhere _ -> {}
    }
    return new ServerSettings(command, CommandLine.of(container).assignments(), arguments);
  }

  private static Map<String, String> flagsOf(ArgumentHome.OneLine line, String text) {
    try {
      return ArgumentLine.read(line, text).flags();
    } catch (MalformedLineException unreadable) {
      // The server refuses the line as a whole, which UnknownRuntimeSetting says.
      return Map.of();
    }
  }

  private static void addFlag(
      ArgumentHome.VariablePerFlag home, Variable variable, Map<String, String> arguments) {
    if (variable.name().startsWith(home.prefix())) {
      String name = variable.name().substring(home.prefix().length());
      home.flags()
          .find(name.toLowerCase(Locale.ROOT).replace('_', '-'))
          .ifPresent(flag -> arguments.put(flag.name(), variable.value()));
    }
  }

  private static Map<String, String> flagsOf(FlagCatalog catalog, ServerCommand command) {
    Map<String, String> flags = new LinkedHashMap<>();
    List<String> words = command.words();
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      Optional<Flag> flag = flagIn(catalog, word);
      if (flag.isPresent()) {
        String next = index + 1 < words.size() ? words.get(index + 1) : "";
        flags.put(flag.get().name(), valueOf(flag.get(), word, next));
      }
    }
    return flags;
  }

  private static Optional<Flag> flagIn(FlagCatalog catalog, String word) {
    if (word.startsWith("--") && word.length() > 2) {
      return catalog.find(word.substring(2).split("=", 2)[0]);
    }
    return word.matches("-[A-Za-z].*")
        ? catalog.known().stream()
            .filter(flag -> flag.otherNames().contains(word.substring(1, 2)))
            .findFirst()
        : Optional.empty();
  }

  private static String valueOf(Flag flag, String word, String next) {
    if (flag.arity() == Flag.Arity.SWITCH) {
      return "";
    }
    if (word.startsWith("--")) {
      return word.contains("=") ? word.split("=", 2)[1] : beginsFlag(next) ? "" : next;
    }
    return word.length() > 2 ? word.substring(2).replaceFirst("^=", "") : next;
  }

  private static boolean beginsFlag(String word) {
    return word.startsWith("-");
  }

  /** The arguments by long name without dashes; the strongest source of each counts. */
  public Map<String, String> arguments() {
    return arguments;
  }

  /** A flag on the server's command line. */
  public Optional<FlagUse> onCommandLine(List<String> spellings) {
    return command.flatMap(words -> words.use(spellings));
  }

  /** Whether one of these switches stands on the server's command line. */
  public boolean hasOnCommandLine(Set<String> switches) {
    return command.filter(line -> line.words().stream().anyMatch(switches::contains)).isPresent();
  }

  /** Whether a flag stands there, with a value or without one. */
  public boolean namesOnCommandLine(String flag) {
    return command
        .filter(
            line ->
                line.words().stream()
                    .anyMatch(word -> word.equals(flag) || word.startsWith(flag + "=")))
        .isPresent();
  }

  /** The value that a script gives a variable just before it starts the server. */
  public Optional<FlagUse> assigned(String variable) {
    return assignments.stream()
        .filter(assignment -> assignment.name().equals(variable))
        .map(assignment -> new FlagUse(variable + "=" + assignment.value(), assignment.value()))
        .reduce((first, second) -> second);
  }

  /**
   * Whether the manifest shows how the server starts and names no configuration file, so that what
   * is not set here has the server's default.
   */
  public boolean areWhole() {
    return command
        .filter(line -> line.entry() == CommandLine.Entry.MANIFEST)
        .filter(line -> line.words().stream().noneMatch(word -> word.matches(FILE_NAMES)))
        .filter(_ -> arguments.keySet().stream().noneMatch(FILE_FLAGS::contains))
        .isPresent();
  }
}
