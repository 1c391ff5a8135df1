package dev.plimsoll.core.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JAVA_TOOL_OPTIONS as the JVM reads it: words between blanks, both kinds of quotes, no escapes. A
 * flag's name is what stands before its value without the dash: {@code Xmx}, {@code
 * XX:MaxRAMPercentage}, {@code Dserver.port}; {@code XX:+UseSerialGC} is a name without a value.
 */
record JvmSyntax() implements LineSyntax {
  private static final Pattern ATTACHED = Pattern.compile("(Xm[nsx]|Xss)(.*)");
  private static final Pattern ASSIGNED = Pattern.compile("((?:XX:|D)[^=+-][^=]*)=(.*)");

  @Override
  public Word wordAt(String line, int start) {
    StringBuilder text = new StringBuilder();
    int at = start;
    while (at < line.length() && !separates(line.charAt(at))) {
      char c = line.charAt(at);
      if (c == '\'' || c == '"') {
        int closing = line.indexOf(c, at + 1);
        if (closing < 0) {
          throw MalformedLineException.unclosedQuote(at);
        }
        text.append(line, at + 1, closing);
        at = closing + 1;
      } else {
        text.append(c);
        at++;
      }
    }
    return new Word(start, at, text.toString());
  }

  @Override
  public boolean separates(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Quotes cannot be escaped, so a text with both kinds is quoted in parts. */
  @Override
  public String quoted(String text) {
    if (text.chars().noneMatch(c -> separates((char) c) || c == '\'' || c == '"')) {
      return text.isEmpty() ? "''" : text;
    }
    StringBuilder quoted = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char quote = text.charAt(at) == '\'' ? '"' : '\'';
      int end = text.indexOf(quote, at);
      end = end < 0 ? text.length() : end;
      quoted.append(quote).append(text, at, end).append(quote);
      at = end;
    }
    return quoted.toString();
  }

  @Override
  public String written(Flag flag, String value) {
    return quoted(word(flag, value));
  }

  private static String word(Flag flag, String value) {
    String name = flag.name();
    if (ATTACHED.matcher(name).matches()) {
      return "-" + name + value;
    }
    return value.isEmpty() ? "-" + name : "-" + name + "=" + value;
  }

  @Override
  public String valueText(Flag flag, String value) {
    return word(flag, value);
  }

  @Override
  public Optional<Occurrence> find(String line, List<Word> words, Flag flag, FlagCatalog catalog) {
    String identity = identity(flag.name());
    return words.stream()
        .filter(word -> word.text().startsWith("-"))
        .filter(word -> identity(nameAndValue(word).getKey()).equals(identity))
        .reduce((first, second) -> second)
        .map(Occurrence::wholeWord);
  }

  /** A boolean option is the same one whether it is switched on or off. */
  private static String identity(String name) {
    return name.replaceFirst("^XX:[+-]", "XX:");
  }

  @Override
  public Map<String, String> flags(List<Word> words, FlagCatalog catalog) {
    Map<String, String> flags = new LinkedHashMap<>();
    words.stream()
        .filter(word -> word.text().startsWith("-"))
        .map(JvmSyntax::nameAndValue)
        .forEach(flag -> flags.put(flag.getKey(), flag.getValue()));
    return flags;
  }

  private static Map.Entry<String, String> nameAndValue(Word word) {
    String text = word.text().substring(1);
    for (Pattern shape : List.of(ATTACHED, ASSIGNED)) {
      Matcher matcher = shape.matcher(text);
      if (matcher.matches()) {
        return Map.entry(matcher.group(1), matcher.group(2));
      }
    }
    return Map.entry(text, "");
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
