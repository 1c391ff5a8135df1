package dev.plimsoll.core.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line split into words as a POSIX shell does and read as GNU-style options: what gunicorn does
 * with GUNICORN_CMD_ARGS (Python's shlex and argparse).
 */
record ShellSyntax() implements LineSyntax {
  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w@%+=:,./-]+");
  private static final String END_OF_FLAGS = "--";

  @Override
  public Word wordAt(String line, int start) {
    StringBuilder text = new StringBuilder();
    int at = start;
    while (at < line.length() && !separates(line.charAt(at))) {
      char c = line.charAt(at);
      if (c == '\'' || c == '"') {
        at = readQuoted(line, at, text);
      } else if (c == '\\') {
        if (at + 1 == line.length()) {
          throw MalformedLineException.loneEscape();
        }
        text.append(line.charAt(at + 1));
        at += 2;
      } else {
        text.append(c);
        at++;
      }
    }
    return new Word(start, at, text.toString());
  }

  private static int readQuoted(String line, int openedAt, StringBuilder text) {
    char quote = line.charAt(openedAt);
    for (int at = openedAt + 1; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == quote) {
        return at + 1;
      }
      boolean escapes = quote == '"' && c == '\\' && at + 1 < line.length();
      if (escapes && (line.charAt(at + 1) == '"' || line.charAt(at + 1) == '\\')) {
        at++;
      }
      text.append(line.charAt(at));
    }
    throw MalformedLineException.unclosedQuote(openedAt);
  }

  @Override
  public boolean separates(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  @Override
  public String quoted(String text) {
    return NEEDS_NO_QUOTES.matcher(text).matches()
        ? text
        : "'" + text.replace("'", "'\"'\"'") + "'";
  }

  @Override
  public String written(Flag flag, String value) {
    String name = dashed(flag.name());
    if (!flag.takesValue()) {
      return name;
    }
    return readsAsFlag(value) ? quoted(name + "=" + value) : name + " " + quoted(value);
  }

  @Override
  public String valueText(Flag flag, String value) {
    return flag.takesValue() ? value : "";
  }

  @Override
  public Optional<Occurrence> find(String line, List<Word> words, Flag flag, FlagCatalog catalog) {
    Optional<Occurrence> last = Optional.empty();
    for (GnuOption option : options(words, catalog)) {
      if (option.flag().name().equals(flag.name())) {
        last = Optional.of(option.occurrence(line, words));
      }
    }
    return last;
  }

  @Override
  public Map<String, String> flags(List<Word> words, FlagCatalog catalog) {
    Map<String, String> flags = new LinkedHashMap<>();
    options(words, catalog).forEach(option -> flags.put(option.flag().name(), option.value()));
    return flags;
  }

  @Override
  public boolean readsAsFlag(String value) {
    return GnuOption.looksLikeFlag(value);
  }

  @Override
  public int appendAt(String line, List<Word> words) {
    return words.stream()
        .filter(word -> word.text().equals(END_OF_FLAGS))
        .mapToInt(Word::start)
        .findFirst()
        .orElse(line.length());
  }

  private static List<GnuOption> options(List<Word> words, FlagCatalog catalog) {
    List<GnuOption> options = new ArrayList<>();
    int index = 0;
    while (index < words.size() && !words.get(index).text().equals(END_OF_FLAGS)) {
      Optional<GnuOption> option = GnuOption.at(words, index, catalog);
      option.ifPresent(options::add);
      index += option.map(GnuOption::wordCount).orElse(1);
    }
    return options;
  }

  static String dashed(String name) {
    return (name.length() == 1 ? "-" : "--") + name;
  }
}
