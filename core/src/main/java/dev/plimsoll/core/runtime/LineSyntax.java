package dev.plimsoll.core.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a server reads the one variable that holds its arguments. */
sealed interface LineSyntax permits ShellSyntax, JvmSyntax, NodeSyntax {

  /**
   * The line's words.
   *
   * @throws MalformedLineException where the server itself would refuse the line
   */
  default List<Word> split(String line) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      if (separates(line.charAt(at))) {
        at++;
      } else {
        Word word = wordAt(line, at);
        words.add(word);
        at = word.end();
      }
    }
    return words;
  }

  /** Whether words end at this character, where it is not quoted. */
  boolean separates(char c);

  /**
   * The word that starts here.
   *
   * @throws MalformedLineException where the server itself would refuse it
   */
  Word wordAt(String line, int start);

  /** The text so written that the server reads it back as one word. */
  String quoted(String text);

  /** The flag with its value as the server reads it, quoted. */
  String written(Flag flag, String value);

  /** What {@link Occurrence#value} is where the flag already has this value. */
  String valueText(Flag flag, String value);

  /** The occurrence of the flag that counts, if it stands in the line. */
  Optional<Occurrence> find(String line, List<Word> words, Flag flag, FlagCatalog catalog);

  /** The flags that the words give, by name, and their values; a switch has an empty one. */
  Map<String, String> flags(List<Word> words, FlagCatalog catalog);

  /** Whether a value that stands in a word of its own would be taken for a flag. */
  boolean readsAsFlag(String value);

  /** Where flags are appended: the end of the line, or the word that ends the flags. */
  int appendAt(String line, List<Word> words);
}
