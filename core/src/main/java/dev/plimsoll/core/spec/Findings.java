package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers what is wrong while a draft is read. A reader that finds something wrong notes it and
 * goes on as if the field were absent, so that one pass finds everything.
 */
final class Findings {
  private final List<Violation> violations = new ArrayList<>();

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  void refuse(String field, Rule rule) {
    violations.add(new Violation(field, rule.problem(), rule.remedy()));
  }

  void refuse(String field, Rule rule, String detail) {
    violations.add(new Violation(field, rule.problem() + " (" + detail + ")", rule.remedy()));
  }

  void refuse(Violation violation) {
    violations.add(violation);
  }

  /** A violation from a message that holds problem and remedy, a colon between them. */
  void refuseAsTold(String field, String message) {
    int colon = message.indexOf(": ");
    violations.add(new Violation(field, message.substring(0, colon), message.substring(colon + 2)));
  }

  Optional<String> required(String field, Optional<String> written, String remedy) {
    if (written.isEmpty()) {
      violations.add(new Violation(field, "is missing", remedy));
    }
    return written;
  }

  Optional<String> name(String field, Optional<String> written, NameSyntax syntax) {
    return written.filter(
        text -> {
          boolean wellFormed = syntax.matches(text);
          if (!wellFormed) {
            refuse(field, syntax.rule(), Quoted.of(text));
          }
          return wellFormed;
        });
  }

  Optional<Integer> number(String field, Optional<Integer> written, IntRange range) {
    return wholeNumber(field, written.map(Integer::longValue), range).map(Long::intValue);
  }

  Optional<Long> wholeNumber(String field, Optional<Long> written, IntRange range) {
    return written.filter(
        number -> {
          if (!range.contains(number)) {
            refuse(
                new Violation(
                    field, "is out of range (" + number + ")", "give a number of " + range));
          }
          return range.contains(number);
        });
  }

  Optional<Duration> duration(String field, Optional<String> written, DurationRange range) {
    return parsed(field, written, DurationSyntax::parse)
        .filter(
            duration -> {
              if (!range.contains(duration)) {
                refuse(range.violationAt(field, " (" + written.orElseThrow() + ")"));
              }
              return range.contains(duration);
            });
  }

  /** A quantity of at least 1Ki. */
  Optional<Bytes> quantity(String field, Optional<String> written) {
    return parsed(field, written, MemorySize::parse)
        .filter(amount -> isWithinBounds(field, written.orElseThrow(), amount));
  }

  /** A quantity of at least 1Ki, or none at all. */
  Optional<Bytes> quantityOrZero(String field, Optional<String> written) {
    return parsed(field, written, MemorySize::parse)
        .filter(
            amount ->
                amount.equals(Bytes.ZERO) || isWithinBounds(field, written.orElseThrow(), amount));
  }

  private boolean isWithinBounds(String field, String written, Bytes amount) {
    if (Bounds.LEAST_QUANTITY.isMoreThan(amount)) {
      refuse(field, Rule.QUANTITY_TOO_SMALL, Quoted.of(written));
      return false;
    }
    if (amount.isMoreThan(Bounds.MOST_QUANTITY)) {
      refuse(field, Rule.QUANTITY_TOO_LARGE, Quoted.of(written));
      return false;
    }
    return true;
  }

  <T> Optional<T> parsed(
      String field, Optional<String> written, Function<String, Parsed<T>> syntax) {
    return written.flatMap(
        text ->
            switch (syntax.apply(text)) {
              case Parsed.Value<T>(T value) -> Optional.of(value);
              case Parsed.Malformed<T>(String problem, String remedy) -> {
                refuse(new Violation(field, problem, remedy));
                yield Optional.empty();
              }
            });
  }

  /** One of a fixed set of names. */
  <E> Optional<E> choice(
      String field, Optional<String> written, List<E> choices, Function<E, String> nameOf) {
    return written.flatMap(
        text -> {
          Optional<E> chosen =
              choices.stream().filter(choice -> nameOf.apply(choice).equals(text)).findFirst();
          if (chosen.isEmpty()) {
            refuse(
                new Violation(
                    field,
                    "is " + Quoted.of(text) + ", which is not known",
                    "use " + list(choices.stream().map(nameOf))));
          }
          return chosen;
        });
  }

  /** A text that is not empty, in one line and not overlong. */
  Optional<String> text(String field, Optional<String> written) {
    return written.filter(
        text -> {
          if (text.isEmpty()) {
            refuse(field, Rule.VALUE_EMPTY);
            return false;
          }
          return isPlain(field, text);
        });
  }

  boolean isPlain(String field, String text) {
    if (text.length() > Bounds.TEXT_LENGTH) {
      refuse(
          new Violation(field, "is too long", "use at most " + Bounds.TEXT_LENGTH + " characters"));
      return false;
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      refuse(field, Rule.TEXT_UNSAFE, Quoted.of(text));
      return false;
    }
    return true;
  }

  void atMost(String field, int count, int most) {
    if (count > most) {
      refuse(new Violation(field, "has too many entries (" + count + ")", "keep at most " + most));
    }
  }

  private static String list(Stream<String> names) {
    List<String> all = names.toList();
    return all.size() == 1
        ? all.getFirst()
        : all.stream().limit(all.size() - 1L).collect(Collectors.joining(", "))
            + " or "
            + all.getLast();
  }
}
