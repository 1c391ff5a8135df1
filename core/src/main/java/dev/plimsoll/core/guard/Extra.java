package dev.plimsoll.core.guard;

/** A worker more than the server is to have, for the recycling of its only one. */
enum Extra {
  /** It is there so that the old one can go. */
  WAITING,
  /** The old one has gone, and a successor came: one of the two is to be given back. */
  USED;

  Extra used() {
    return USED;
  }
}
