package dev.plimsoll.crds.schema;

import dev.plimsoll.core.spec.Bounds;
import dev.plimsoll.core.spec.MemorySize;
import java.util.Collection;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Pieces of CEL. A quantity is an integer or a string there, and which one is known only then. */
final class Cel {
  static final int LONGEST_QUANTITY = 32;

  private static final String LEAST = MemorySize.format(Bounds.LEAST_QUANTITY);
  private static final String MOST = MemorySize.format(Bounds.MOST_QUANTITY);
  private static final String PERCENTAGE = "[0-9]{1,3}([.][0-9]{1,2})?%";

  static final String IS_QUANTITY = "type(self) == int || isQuantity(self)";

  /** What is no quantity breaks another rule, and need not break this one too. */
  static final String IS_NOT_TINY =
      "type(self) == int ? self >= %d : !isQuantity(self) || !quantity(self).isLessThan(quantity('%s'))"
          .formatted(Bounds.LEAST_QUANTITY.count(), LEAST);

  static final String IS_ZERO_OR_NOT_TINY =
      ("type(self) == int ? self == 0 || self >= %d : !isQuantity(self)"
              + " || !quantity(self).isLessThan(quantity('%s')) || quantity(self).compareTo(quantity('0')) == 0")
          .formatted(Bounds.LEAST_QUANTITY.count(), LEAST);

  static final String IS_NOT_HUGE =
      "type(self) == int ? self <= %d : !isQuantity(self) || !quantity(self).isGreaterThan(quantity('%s'))"
          .formatted(Bounds.MOST_QUANTITY.count(), MOST);

  static final String IS_QUANTITY_OR_PERCENTAGE =
      "type(self) == int || isQuantity(self) || %s && double(self.replace('%%', '')) < 100.0"
          .formatted(matches("self", PERCENTAGE));

  private Cel() {}

  static String matches(String text, String pattern) {
    return text + ".matches(r'^(" + pattern + ")$')";
  }

  /** Holds for a text without control characters. */
  static String isPlain(String text) {
    return "!" + text + ".matches(r'[\\x00-\\x1f\\x7f-\\x{9f}]')";
  }

  /** Whether a dynamic value is text that is meant as a percentage. */
  static String isPercentage(String value) {
    return "type(%s) == string && %s".formatted(value, matches(value, PERCENTAGE));
  }

  /** A list of texts, each without quotes and backslashes. */
  static String list(Collection<String> texts) {
    return texts.stream()
        .sorted()
        .map(text -> "'" + text + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  static String map(SortedMap<String, String> entries) {
    return entries.entrySet().stream()
        .map(entry -> "'" + entry.getKey() + "': '" + entry.getValue() + "'")
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
