package dev.plimsoll.core.runtime;

import java.util.List;
import java.util.Optional;

/**
 * The options of a running process, as they stand on its command line.
 *
 * @param words of the command line
 */
record CommandOptions(List<String> words) {

  boolean has(String word) {
    return words.contains(word);
  }

  /**
   * The last value given by {@code --name value}, {@code --name=value}, {@code -n value} or {@code
   * -nvalue}.
   *
   * @param spellings every way to write the option, dashes included
   */
  Optional<String> value(String... spellings) {
    Optional<String> last = Optional.empty();
    for (int at = 0; at < words.size(); at++) {
      for (String spelling : spellings) {
        Optional<String> here = valueAt(at, spelling);
        last = here.isPresent() ? here : last;
      }
    }
    return last;
  }

  private Optional<String> valueAt(int at, String spelling) {
    String word = words.get(at);
    if (word.equals(spelling)) {
      return at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }
    if (word.startsWith(spelling + "=")) {
      return Optional.of(word.substring(spelling.length() + 1));
    }
    boolean isAttached =
        !spelling.startsWith("--")
            && word.startsWith(spelling)
            && Character.isDigit(word.charAt(spelling.length()));
    return isAttached ? Optional.of(word.substring(spelling.length())) : Optional.empty();
  }
}
