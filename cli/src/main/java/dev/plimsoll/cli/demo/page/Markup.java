package dev.plimsoll.cli.demo.page;

/** Text inside HTML and SVG. */
final class Markup {
  private Markup() {}

  /** As text or in a quoted attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
