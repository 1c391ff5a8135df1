package dev.plimsoll.operator.diagnose.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A variable with the value that the manifest gives it.
 *
 * @param value as written; empty where there is none
 */
public record Variable(String name, String value) {
  private static final Set<String> TRUE = Set.of("true", "1", "yes", "on", "y", "t");

  /** The words of its name in upper case: RATELIMIT_STORAGE_URI has three. */
  public List<String> words() {
    return Arrays.stream(name.toUpperCase(Locale.ROOT).split("[_.-]+")).toList();
  }

  public boolean hasWord(Set<String> candidates) {
    return words().stream().anyMatch(candidates::contains);
  }

  /** Whether it says yes in one of the usual ways. */
  public boolean isTrue() {
    return TRUE.contains(plainValue());
  }

  /** The value in lower case without blanks around it. */
  public String plainValue() {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
