package dev.plimsoll.crds.examples;

import dev.plimsoll.core.spec.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the files in {@code budgets/}. The comments on top of an invalid one say what has to be
 * told: {@code rule}, the {@link Rule} that it breaks; {@code field}; {@code core} and {@code
 * server}, words that each of them has to use where these are not the rule's remedy; {@code
 * server-field}, where the API server can only name a field further up.
 *
 * @param name the file's name
 * @param text its whole text
 */
public record BudgetExample(String name, String text) {

  /** Every valid example, by name. */
  public static List<BudgetExample> valid() {
    return named("valid-");
  }

  /** Every invalid example, by name. */
  public static List<BudgetExample> invalid() {
    return named("invalid-");
  }

  /** The rule that it breaks, where it is not a matter of type, choice, range or presence. */
  public Optional<Rule> rule() {
    return comment("rule").map(Rule::valueOf);
  }

  /** The field that BudgetRules has to name. */
  public String field() {
    return comment("field").orElseThrow(() -> new AssertionError(name + " names no field"));
  }

  /** The field that the API server has to name. */
  public String serverField() {
    return comment("server-field").orElseGet(this::field);
  }

  /** What BudgetRules has to advise. */
  public String remedy() {
    return comment("core").orElseGet(this::remedyOfRule);
  }

  /** What the API server has to advise. */
  public String serverRemedy() {
    return comment("server").orElseGet(this::remedyOfRule);
  }

  private String remedyOfRule() {
    return rule()
        .orElseThrow(() -> new AssertionError(name + " says neither rule nor words"))
        .remedy();
  }

  private Optional<String> comment(String key) {
    return comments().entrySet().stream()
        .filter(entry -> entry.getKey().equals(key))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Map<String, String> comments() {
    return text.lines()
        .takeWhile(line -> line.startsWith("# "))
        .map(line -> line.substring(2).split(": ", 2))
        .filter(words -> words.length == 2)
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<BudgetExample> named(String prefix) {
    try {
      URI folder = BudgetExample.class.getResource("/budgets").toURI();
      if (folder.getScheme().equals("file")) {
        return in(Path.of(folder), prefix);
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        return in(jar.getPath("/budgets"), prefix);
      }
    } catch (URISyntaxException | IOException unreadable) {
      throw new IllegalStateException("the folder budgets is not readable", unreadable);
    }
  }

  private static List<BudgetExample> in(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .map(BudgetExample::read)
          .toList();
    }
  }

  private static BudgetExample read(Path file) {
    try {
      return new BudgetExample(file.getFileName().toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
