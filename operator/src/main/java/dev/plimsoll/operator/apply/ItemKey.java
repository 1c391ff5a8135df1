package dev.plimsoll.operator.apply;

import java.util.Optional;

/** The key of a list's item in {@code managedFields}, for lists whose items are told by name. */
final class ItemKey {
  private static final String START = "k:{\"name\":\"";
  private static final String END = "\"}";

  private ItemKey() {}

  static String ofName(String name) {
    return START + name.replace("\\", "\\\\").replace("\"", "\\\"") + END;
  }

  /** The name that a key tells, if it is the key of such an item. */
  static Optional<String> nameIn(String key) {
    return key.startsWith(START) && key.endsWith(END)
        ? Optional.of(
            key.substring(START.length(), key.length() - END.length())
                .replace("\\\"", "\"")
                .replace("\\\\", "\\"))
        : Optional.empty();
  }
}
