package dev.plimsoll.operator.report;

/**
 * Something to tell as an event.
 *
 * @param reason one word, fit for a filter
 * @param message what is, why, and what to do
 */
public record Notice(Nature nature, Weight weight, String reason, String message) {

  /** Whether it goes on or has just been. */
  public enum Nature {
    /** Told once while it holds. */
    HOLDS,
    /** Told each time. */
    HAPPENED
  }

  /** Whether somebody should do something about it. */
  public enum Weight {
    NORMAL("Normal"),
    WARNING("Warning");

    private final String text;

    Weight(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** A state that is as it should be. */
  public static Notice state(String reason, String message) {
    return new Notice(Nature.HOLDS, Weight.NORMAL, reason, message);
  }

  /** A state that somebody should look at. */
  public static Notice trouble(String reason, String message) {
    return new Notice(Nature.HOLDS, Weight.WARNING, reason, message);
  }
}
