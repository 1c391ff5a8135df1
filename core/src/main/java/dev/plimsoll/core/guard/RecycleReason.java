package dev.plimsoll.core.guard;

/** Why a worker is recycled. */
public enum RecycleReason {
  /** It holds the most above a fresh one, and the pod has been above its soft line. */
  SOFT("soft"),
  /** The pod is above its hard line. */
  HARD("hard"),
  /** The limit is nearer than a drain and a boot take. */
  FORECAST("forecast"),
  /** The next burst of one worker would not fit. */
  BURST("burst"),
  /** It is older than the policy allows. */
  AGE("age");

  private final String text;

  RecycleReason(String text) {
    this.text = text;
  }

  /** The metric's label. */
  public String text() {
    return text;
  }
}
