package dev.plimsoll.operator.apply;

import java.util.List;

/** The names of what we write beside variables. */
public final class Annotations {
  /** What we have set: budget, container, hash, reason, time, values. */
  public static final String APPLIED = "plimsoll.dev/applied";

  /** What each variable was before. */
  public static final String ORIGINALS = "plimsoll.dev/originals";

  /** What we had set before our last change. */
  public static final String PREVIOUS = "plimsoll.dev/previous";

  /** The settings that were undone. */
  public static final String REJECTED = "plimsoll.dev/rejected";

  /** When taken values were set back, and whether we have taken our hands off. */
  public static final String REVERTS = "plimsoll.dev/reverts";

  /** What is held back of the plan, or was lately, and why. */
  public static final String LADDER = "plimsoll.dev/ladder";

  /** All of the above. */
  public static final List<String> ALL =
      List.of(APPLIED, ORIGINALS, PREVIOUS, REJECTED, REVERTS, LADDER);

  private Annotations() {}
}
