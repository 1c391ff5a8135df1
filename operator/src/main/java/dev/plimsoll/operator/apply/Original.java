package dev.plimsoll.operator.apply;

import java.util.Optional;

/**
 * What a variable was before we set it.
 *
 * @param value its literal value; empty where it was not set
 * @param owner who had set it, where that was recorded
 */
record Original(Optional<String> value, Optional<FieldOwner> owner) {
  static final Original ABSENT = new Original(Optional.empty(), Optional.empty());

  /** Whether it was taken from a server-side applier. */
  boolean isApplied() {
    return owner.filter(FieldOwner::applies).isPresent();
  }
}
