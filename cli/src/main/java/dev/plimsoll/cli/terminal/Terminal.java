package dev.plimsoll.cli.terminal;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of the place that standard output goes to.
 *
 * @param columns its width in characters
 * @param colour whether it shows colours
 */
public record Terminal(int columns, Colour colour) {
  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 40;

  /** Whether text may be coloured. */
  public enum Colour {
    NONE,
    ANSI
  }

  /** What a text means to its reader. */
  public enum Style {
    HEADING("1"),
    GOOD("32"),
    BAD("31"),
    ASIDE("2");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  /** A pipe or a file: the usual width and no colour. */
  public static final Terminal NONE = new Terminal(USUAL_COLUMNS, Colour.NONE);

  /**
   * Reads what the launcher found out.
   *
   * @param environment PLIMSOLL_COLUMNS is the width where standard output is a terminal, absent
   *     where it is not; NO_COLOR, if not empty, forbids colours
   */
  public static Terminal of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("PLIMSOLL_COLUMNS"))
        .filter(columns -> columns.matches("\\d{1,4}"))
        .map(columns -> new Terminal(width(Integer.parseInt(columns)), colour(environment)))
        .orElse(NONE);
  }

  private static int width(int columns) {
    return columns == 0 ? USUAL_COLUMNS : Math.max(columns, FEWEST_COLUMNS);
  }

  private static Colour colour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty() ? Colour.ANSI : Colour.NONE;
  }

  /** The text in a style, or as it is where there are no colours. */
  public String styled(Style style, String text) {
    return switch (colour) {
      case NONE -> text;
      case ANSI -> "\u001b[" + style.code + "m" + text + "\u001b[0m";
    };
  }
}
