package dev.plimsoll.core.runtime;

/**
 * Where a flag stands in an arguments line.
 *
 * @param start where the flag begins
 * @param end the position after the flag and its value
 * @param valueStart where the part begins that a new value replaces
 * @param valueEnd the position after that part
 * @param lead what goes before a new value, unquoted
 * @param value the value in force, as the server reads it; in a form that {@link
 *     LineSyntax#valueText} can be compared with
 */
record Occurrence(int start, int end, int valueStart, int valueEnd, String lead, String value) {

  static Occurrence wholeWord(Word word) {
    return new Occurrence(word.start(), word.end(), word.start(), word.end(), "", word.text());
  }
}
