package dev.plimsoll.operator.apply;

import dev.plimsoll.core.model.Placement;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds a knob's number in a text that was written around it. */
record ValuePattern(String before, String after) {
  /** Stands for the number; no template has this one in it by chance. */
  private static final String MARK = "7919104729";

  /** What the place's text is, with a mark where the number goes. */
  static String marked(Placement placement) {
    return placement.render(Long.parseLong(MARK));
  }

  /** The pattern around the mark; empty where the text has none. */
  static Optional<ValuePattern> around(String marked) {
    int at = marked.indexOf(MARK);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            new ValuePattern(marked.substring(0, at), marked.substring(at + MARK.length())));
  }

  /** The number in a text; empty where the text is not of this pattern. */
  OptionalInt read(String text) {
    String stripped = text.strip();
    if (stripped.length() < before.length() + after.length()
        || !stripped.startsWith(before)
        || !stripped.endsWith(after)) {
      return OptionalInt.empty();
    }
    String number = stripped.substring(before.length(), stripped.length() - after.length());
    return number.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(number))
        : OptionalInt.empty();
  }
}
