package dev.plimsoll.core.model;

/** How far Plimsoll goes with a workload. */
public enum Mode {
  /** Plans and reports; writes nothing to the workload. */
  RECOMMEND("Recommend"),
  /** Watches from inside the pod; sets no variable. */
  GUARD("Guard"),
  /** Sets the planned values on the workload, and guards it. */
  ENFORCE("Enforce");

  private final String text;

  Mode(String text) {
    this.text = text;
  }

  /** The name that the API uses. */
  public String text() {
    return text;
  }
}
