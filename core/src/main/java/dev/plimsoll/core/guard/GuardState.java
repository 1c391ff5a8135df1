package dev.plimsoll.core.guard;

/**
 * What the guard remembers between readings.
 *
 * @param seen what it has seen
 * @param course what it has under way
 */
public record GuardState(Seen seen, Course course) {

  /** Nothing seen yet. */
  public static GuardState initial() {
    return new GuardState(Seen.nothing(), Course.fresh());
  }
}
