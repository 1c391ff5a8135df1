package dev.plimsoll.agent.sense;

import java.util.Optional;

/** Reads a pressure file: a line for {@code some} and one for {@code full}. */
final class PressureText {
  private static final String WANTED = "avg10=";

  private PressureText() {}

  static Optional<Pressure> parse(String text) {
    int full = text.indexOf("full ");
    int some = text.indexOf("some ");
    if (full < 0 || some < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Pressure(average(text, some), average(text, full)));
    } catch (IndexOutOfBoundsException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static double average(String text, int line) {
    int from = text.indexOf(WANTED, line) + WANTED.length();
    return Double.parseDouble(text.substring(from, text.indexOf(' ', from)));
  }
}
