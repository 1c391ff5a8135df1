package dev.plimsoll.core.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * NODE_OPTIONS as Node reads it: words between spaces, double quotes with backslash escapes inside
 * them, {@code --name=value}, and underscores in a name the same as dashes.
 */
record NodeSyntax() implements LineSyntax {

  @Override
  public boolean separates(char c) {
    return c == ' ';
  }

  @Override
  public Word wordAt(String line, int start) {
    StringBuilder text = new StringBuilder();
    int openedAt = -1;
    int at = start;
    while (at < line.length() && (openedAt >= 0 || !separates(line.charAt(at)))) {
      char c = line.charAt(at);
      if (c == '"') {
        openedAt = openedAt < 0 ? at : -1;
      } else if (c == '\\' && openedAt >= 0) {
        at++;
        if (at == line.length()) {
          throw MalformedLineException.unclosedQuote(openedAt);
        }
        text.append(line.charAt(at));
      } else {
        text.append(c);
      }
      at++;
    }
    if (openedAt >= 0) {
      throw MalformedLineException.unclosedQuote(openedAt);
    }
    return new Word(start, at, text.toString());
  }

  @Override
  public String quoted(String text) {
    return text.contains(" ") || text.contains("\"") || text.isEmpty()
        ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : text;
  }

  @Override
  public String written(Flag flag, String value) {
    return quoted(word(flag, value));
  }

  private static String word(Flag flag, String value) {
    String name = ShellSyntax.dashed(flag.name());
    return value.isEmpty() ? name : name + "=" + value;
  }

  @Override
  public String valueText(Flag flag, String value) {
    return word(flag, value);
  }

  @Override
  public Optional<Occurrence> find(String line, List<Word> words, Flag flag, FlagCatalog catalog) {
    return words.stream()
        .filter(word -> word.text().startsWith("-"))
        .filter(word -> name(word).equals(flag.name()))
        .reduce((first, second) -> second)
        .map(
            word ->
                new Occurrence(
                    word.start(),
                    word.end(),
                    word.start(),
                    word.end(),
                    "",
                    word(flag, value(word))));
  }

  @Override
  public Map<String, String> flags(List<Word> words, FlagCatalog catalog) {
    Map<String, String> flags = new LinkedHashMap<>();
    words.stream()
        .filter(word -> word.text().startsWith("-"))
        .forEach(word -> flags.put(name(word), value(word)));
    return flags;
  }

  private static String name(Word word) {
    String text = word.text().replaceFirst("^--?", "");
    int equals = text.indexOf('=');
    return (equals < 0 ? text : text.substring(0, equals)).replace('_', '-');
  }

  private static String value(Word word) {
    int equals = word.text().indexOf('=');
    return equals < 0 ? "" : word.text().substring(equals + 1);
  }

  /** Values never stand alone here. */
  @Override
  public boolean readsAsFlag(String value) {
    return false;
  }

  @Override
  public int appendAt(String line, List<Word> words) {
    return line.length();
  }
}
