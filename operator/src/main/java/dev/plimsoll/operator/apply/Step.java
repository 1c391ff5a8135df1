package dev.plimsoll.operator.apply;

/**
 * One request on the way to what is wanted. What is left to do is told from the live object alone.
 */
sealed interface Step {

  /** Server-side apply of our part. */
  record Apply(PartialObject object) implements Step {}

  /** A change of our own making, or of the record of who owns what. */
  record Edit(JsonPatch patch) implements Step {}

  /** Everything is as it should be. */
  record Done() implements Step {}
}
