package dev.plimsoll.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text between its words. */
public final class Wrapping {

  private Wrapping() {}

  /**
   * The text's lines; a word that is longer than a line has one of its own.
   *
   * @param width the most characters of a line
   */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
