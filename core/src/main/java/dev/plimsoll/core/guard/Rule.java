package dev.plimsoll.core.guard;

/** One reason to act, or to say something. */
@FunctionalInterface
interface Rule {
  Finding look(Situation situation);
}
