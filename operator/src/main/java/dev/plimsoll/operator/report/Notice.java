package dev.plimsoll.operator.report;

/**
 * Something to tell as an event.
 *
 * @param reason one word, fit for a filter
 * @param message what is, why, and what to do
 */
public record Notice(Kind kind, String reason, String message) {
  /** Whether somebody should do something about it. */
  public enum Kind {
    NORMAL("Normal"),
    WARNING("Warning");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  public static Notice normal(String reason, String message) {
    return new Notice(Kind.NORMAL, reason, message);
  }

  public static Notice warning(String reason, String message) {
    return new Notice(Kind.WARNING, reason, message);
  }
}
