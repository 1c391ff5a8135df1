package dev.plimsoll.operator.apply;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;

/**
 * Who set a field, and how.
 *
 * @param manager the name that its requests carry, such as {@code helm}
 */
record FieldOwner(String manager, Operation operation) {
  /** The one name that everything of ours is written under. */
  static final String PLIMSOLL = "plimsoll";

  /** The two kinds of field ownership. */
  enum Operation {
    /** Server-side apply: changing the field by another applier is a conflict. */
    APPLY("Apply"),
    /** Any other write: whoever writes last owns the field. */
    UPDATE("Update");

    private final String text;

    Operation(String text) {
      this.text = text;
    }

    /** The name that the API uses. */
    String text() {
      return text;
    }

    static Operation of(String text) {
      return APPLY.text.equals(text) ? APPLY : UPDATE;
    }
  }

  static FieldOwner of(ManagedFieldsEntry entry) {
    return new FieldOwner(entry.getManager(), Operation.of(entry.getOperation()));
  }

  boolean isPlimsoll() {
    return PLIMSOLL.equals(manager);
  }

  boolean applies() {
    return operation == Operation.APPLY;
  }
}
