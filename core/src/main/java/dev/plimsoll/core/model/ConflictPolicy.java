package dev.plimsoll.core.model;

/** What to do with a knob's variable that the workload's own manifest already sets. */
public enum ConflictPolicy {
  /** Takes values set by hand or by client-side apply; respects those of a server-side applier. */
  AUTO("Auto"),
  /** Takes none: the plan keeps the user's value and plans around it. */
  RESPECT("Respect"),
  /** Takes both kinds. */
  OVERRIDE("Override");

  private final String text;

  ConflictPolicy(String text) {
    this.text = text;
  }

  /** The name that the API uses. */
  public String text() {
    return text;
  }
}
