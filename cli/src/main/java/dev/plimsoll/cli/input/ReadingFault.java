package dev.plimsoll.cli.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reader complains of, in a line with field and remedy. */
final class ReadingFault {

  private ReadingFault() {}

  /** A text that is no YAML at all. */
  static String ofSyntax(JsonProcessingException malformed) {
    String where =
        Optional.ofNullable(malformed.getLocation()).map(ReadingFault::position).orElse("the text");
    String what = malformed.getOriginalMessage().lines().findFirst().orElse("malformed").strip();
    return "%s: is not YAML (%s): check quotes, brackets and indentation".formatted(where, what);
  }

  private static String position(JsonLocation location) {
    return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  /** A field of the spec that is unknown, or holds a value of another type. */
  static String ofField(JsonMappingException misread) {
    String field = field(misread);
    return switch (misread) {
      case UnrecognizedPropertyException unknown ->
          field
              + ": is not a field of a budget: use one of "
              + known(unknown.getKnownPropertyIds());
      case MismatchedInputException mismatched -> field + ": " + expected(mismatched);
      default -> field + ": cannot be read: compare it with examples/";
    };
  }

  private static String field(JsonMappingException misread) {
    return misread.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getFieldName())
        .collect(Collectors.joining("", "spec", ""));
  }

  private static String known(Collection<Object> names) {
    return names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }

  private static String expected(MismatchedInputException mismatched) {
    Class<?> type = Optional.<Class<?>>ofNullable(mismatched.getTargetType()).orElse(Object.class);
    if (type == Integer.class || type == Long.class) {
      return "is not a whole number: write it like 4, without quotes";
    }
    if (type == Boolean.class) {
      return "is neither true nor false: write one of them, without quotes";
    }
    if (type == String.class) {
      return "is not text: put it in quotes";
    }
    return Collection.class.isAssignableFrom(type)
        ? "is not a list: write it in brackets, or each item behind a dash"
        : "is not of the type that belongs here: compare it with examples/";
  }
}
