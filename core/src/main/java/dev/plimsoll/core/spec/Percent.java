package dev.plimsoll.core.spec;

import java.util.regex.Pattern;

/**
 * A share in hundredths, written like 20% or 12.5%.
 *
 * @param value 0 to less than 100
 */
public record Percent(double value) {
  private static final Pattern SYNTAX = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?%");

  /** Whether a text is meant as a percentage, well formed or not. */
  public static boolean isMeantBy(String text) {
    return text.endsWith("%");
  }

  /** Reads a percentage below 100: a share of everything would leave nothing. */
  public static Parsed<Percent> parse(String text) {
    if (SYNTAX.matcher(text).matches()) {
      double value = Double.parseDouble(text.substring(0, text.length() - 1));
      if (value < 100) {
        return new Parsed.Value<>(new Percent(value));
      }
    }
    return new Parsed.Malformed<>(
        "is not a percentage below 100% (" + Quoted.of(text) + ")", "write it like 20%");
  }

  /** Without a fraction where there is none: 20%, 12.5%. */
  @Override
  public String toString() {
    return (value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value)) + "%";
  }
}
