package dev.plimsoll.core.spec;

/** A user's text inside a message: in quotes, on one line and short, however hostile it is. */
final class Quoted {
  private static final int MOST = 40;

  private Quoted() {}

  static String of(String text) {
    String cut = text.length() > MOST ? text.substring(0, MOST) + "..." : text;
    return '"' + cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?") + '"';
  }
}
