package dev.plimsoll.core.guard;

/** How near the container is to its limit. */
public enum Phase {
  /** Below the soft line. */
  CALM,
  /** Above the soft line, or about to reach the hard one. */
  WATCH,
  /** Above the hard line. */
  DANGER,
  /** Above 97 % and rising. */
  LAST
}
