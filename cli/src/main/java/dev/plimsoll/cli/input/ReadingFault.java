package dev.plimsoll.cli.input;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.plimsoll.crds.v1alpha1.MemoryQuantity;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** What a reader complains of, in a line with field and remedy. */
final class ReadingFault {

  private ReadingFault() {}

  /** A text that is no YAML. */
  static String ofSyntax(YAMLException malformed) {
    return switch (malformed) {
      case MarkedYAMLException marked when marked.getProblemMark() != null ->
          "line %d, column %d: is not YAML (%s): check quotes, brackets and indentation"
              .formatted(
                  marked.getProblemMark().getLine() + 1,
                  marked.getProblemMark().getColumn() + 1,
                  oneLine(marked.getProblem()));
      default ->
          "is not YAML (%s): check its characters and anchors"
              .formatted(oneLine(malformed.getMessage()));
    };
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse("malformed").strip();
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
    if (type == MemoryQuantity.class) {
      return "is not a quantity of memory: write it like 512Mi";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "is not a list: write it in brackets, or each item behind a dash";
    }
    return "is not a map of fields: write each as name: value";
  }
}
