package dev.plimsoll.core.model;

/** The workload that a budget is for. */
public record TargetRef(Kind kind, String name) {
  /** The kinds of workload that can be a target. */
  public enum Kind {
    DEPLOYMENT("Deployment"),
    STATEFUL_SET("StatefulSet");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The kind's name in the Kubernetes API. */
    public String text() {
      return text;
    }
  }

  @Override
  public String toString() {
    return kind.text() + "/" + name;
  }
}
