package dev.plimsoll.core.runtime;

import java.util.List;
import java.util.Optional;

/**
 * One option among the words of a line: {@code --name value}, {@code --name=value}, {@code -n
 * value}, {@code -nvalue} or a switch alone.
 *
 * @param flag the flag that it gives
 * @param index of the word that it begins with
 * @param form how the value is written
 * @param value the value, empty for a switch or where it is missing
 */
record GnuOption(Flag flag, int index, Form form, String value) {

  private enum Form {
    ALONE,
    NEXT_WORD,
    AFTER_EQUALS,
    ATTACHED
  }

  /** The option that begins at a word, if that word is one. */
  static Optional<GnuOption> at(List<Word> words, int index, FlagCatalog catalog) {
    String text = words.get(index).text();
    if (!looksLikeFlag(text)) {
      return Optional.empty();
    }
    return Optional.of(
        text.startsWith("--")
            ? longOption(words, index, catalog)
            : shortOption(words, index, catalog));
  }

  private static GnuOption longOption(List<Word> words, int index, FlagCatalog catalog) {
    String text = words.get(index).text();
    int equals = text.indexOf('=');
    if (equals > 0) {
      Flag flag = catalog.findOrPlain(text.substring(2, equals));
      return new GnuOption(flag, index, Form.AFTER_EQUALS, text.substring(equals + 1));
    }
    return spacedOption(catalog.findOrPlain(text.substring(2)), words, index);
  }

  private static GnuOption shortOption(List<Word> words, int index, FlagCatalog catalog) {
    String text = words.get(index).text();
    Flag flag = catalog.findOrPlain(text.substring(1, 2));
    if (text.length() == 2) {
      return spacedOption(flag, words, index);
    }
    String attached = text.substring(2);
    return flag.takesValue()
        ? new GnuOption(
            flag, index, Form.ATTACHED, attached.startsWith("=") ? attached.substring(1) : attached)
        : new GnuOption(flag, index, Form.ALONE, "");
  }

  private static GnuOption spacedOption(Flag flag, List<Word> words, int index) {
    boolean hasNext = index + 1 < words.size() && !looksLikeFlag(words.get(index + 1).text());
    return flag.takesValue() && hasNext
        ? new GnuOption(flag, index, Form.NEXT_WORD, words.get(index + 1).text())
        : new GnuOption(flag, index, Form.ALONE, "");
  }

  /**
   * As argparse sees it: a dash, then neither a digit nor a blank anywhere before an equals sign.
   */
  static boolean looksLikeFlag(String text) {
    if (text.length() < 2 || text.charAt(0) != '-') {
      return false;
    }
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    return !Character.isDigit(text.charAt(1)) && !name.contains(" ");
  }

  int wordCount() {
    return form == Form.NEXT_WORD ? 2 : 1;
  }

  Occurrence occurrence(String line, List<Word> words) {
    Word word = words.get(index);
    return switch (form) {
      case NEXT_WORD -> {
        Word next = words.get(index + 1);
        yield new Occurrence(word.start(), next.end(), next.start(), next.end(), "", value);
      }
      case ALONE -> {
        String lead = word.text().startsWith("--") ? "=" : "";
        yield new Occurrence(word.start(), word.end(), word.end(), word.end(), lead, value);
      }
      case AFTER_EQUALS, ATTACHED -> {
        String lead = word.text().substring(0, word.text().length() - value.length());
        yield line.startsWith(lead, word.start())
            ? new Occurrence(
                word.start(), word.end(), word.start() + lead.length(), word.end(), "", value)
            : new Occurrence(word.start(), word.end(), word.start(), word.end(), lead, value);
      }
    };
  }
}
