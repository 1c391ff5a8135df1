package dev.plimsoll.core.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of an arguments variable such as GUNICORN_CMD_ARGS. Flags are merged into it word by
 * word: a value is replaced where it stands, an absent flag is appended, and every other byte,
 * quotes and blanks included, stays as the user wrote it.
 */
public final class ArgumentLine {
  private final ArgumentHome.OneLine home;
  private final LineSyntax syntax;
  private final String text;
  private final List<Word> words;

  private ArgumentLine(ArgumentHome.OneLine home, String text) {
    this.home = home;
    this.syntax = home.style().syntax();
    this.text = text;
    this.words = syntax.split(text);
  }

  /**
   * Reads a line.
   *
   * @param home the variable that it is in
   * @param text its value; empty where the variable is not set
   * @throws MalformedLineException where the server itself would refuse it
   */
  public static ArgumentLine read(ArgumentHome.OneLine home, String text) {
    return new ArgumentLine(home, text);
  }

  /** The line as it goes into the variable. */
  public String text() {
    return text;
  }

  /** The line's flags by their long names without dashes, in order; a switch has an empty value. */
  public Map<String, String> flags() {
    return syntax.flags(words, home.flags());
  }

  /** The value in force of a flag, if it is set; empty for a switch. */
  public Optional<String> value(String flag) {
    return Optional.ofNullable(flags().get(flag));
  }

  /** Flags of the line that the server does not know, in order. */
  public List<String> unknownFlags() {
    return flags().keySet().stream()
        .filter(name -> home.flags().find(name).isEmpty())
        .filter(name -> !isAbbreviation(name))
        .toList();
  }

  private boolean isAbbreviation(String name) {
    return home.flags().known().stream().filter(flag -> flag.name().startsWith(name)).count() == 1;
  }

  /**
   * The line with these flags merged in.
   *
   * @param flags by long name without dashes; a switch has an empty value
   */
  public ArgumentLine with(Map<String, String> flags) {
    ArgumentLine line = this;
    for (Map.Entry<String, String> entry : flags.entrySet()) {
      line = line.with(home.flags().findOrPlain(entry.getKey()), entry.getValue());
    }
    return line;
  }

  private ArgumentLine with(Flag flag, String value) {
    return find(flag)
        .map(found -> replaced(found, flag, value))
        .orElseGet(() -> appended(syntax.written(flag, value)));
  }

  private ArgumentLine replaced(Occurrence found, Flag flag, String value) {
    String wanted = syntax.valueText(flag, value);
    if (found.value().equals(wanted)) {
      return this;
    }
    return syntax.readsAsFlag(wanted)
        ? spliced(found.start(), found.end(), syntax.written(flag, value))
        : spliced(found.valueStart(), found.valueEnd(), found.lead() + syntax.quoted(wanted));
  }

  private ArgumentLine appended(String word) {
    int at = syntax.appendAt(text, words);
    if (at < text.length()) {
      return spliced(at, at, word + " ");
    }
    boolean isSeparated = words.isEmpty() || words.getLast().end() < text.length();
    return spliced(at, at, isSeparated ? word : " " + word);
  }

  /**
   * The line with flags that were merged into it taken out again. Exactly the original where nobody
   * changed it since; else each flag that still has our value goes back to what it was, and all
   * later changes stay.
   *
   * @param ours the flags as they were merged
   * @param original the line before they were
   */
  public ArgumentLine without(Map<String, String> ours, ArgumentLine original) {
    if (original.with(ours).text.equals(text)) {
      return original;
    }
    ArgumentLine line = this;
    for (Map.Entry<String, String> entry : ours.entrySet()) {
      Flag flag = home.flags().findOrPlain(entry.getKey());
      line = line.without(flag, entry.getValue(), original);
    }
    return line;
  }

  private ArgumentLine without(Flag flag, String ours, ArgumentLine original) {
    return find(flag)
        .filter(found -> found.value().equals(syntax.valueText(flag, ours)))
        .map(
            found ->
                original
                    .find(flag)
                    .map(was -> put(found, was, original))
                    .orElseGet(() -> cut(found)))
        .orElse(this);
  }

  private ArgumentLine put(Occurrence found, Occurrence was, ArgumentLine original) {
    return found.value().equals(was.value())
        ? this
        : spliced(found.start(), found.end(), original.text.substring(was.start(), was.end()));
  }

  private ArgumentLine cut(Occurrence found) {
    boolean hasBlankBefore = found.start() > 0;
    boolean hasBlankAfter = found.end() < text.length();
    return spliced(
        hasBlankBefore ? found.start() - 1 : found.start(),
        hasBlankAfter && !hasBlankBefore ? found.end() + 1 : found.end(),
        "");
  }

  private Optional<Occurrence> find(Flag flag) {
    return syntax.find(text, words, flag, home.flags());
  }

  private ArgumentLine spliced(int start, int end, String replacement) {
    return new ArgumentLine(home, text.substring(0, start) + replacement + text.substring(end));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArgumentLine that && home.equals(that.home) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
