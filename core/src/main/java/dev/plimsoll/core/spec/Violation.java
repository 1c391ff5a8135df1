package dev.plimsoll.core.spec;

/**
 * A broken rule.
 *
 * @param field where, as a path such as {@code spec.knobs[1].max}
 * @param problem what is wrong there, in a few words
 * @param remedy what to do about it
 */
public record Violation(String field, String problem, String remedy) {

  /** The whole in one line: field, problem and remedy. */
  public String line() {
    return field + ": " + problem + ": " + remedy;
  }

  @Override
  public String toString() {
    return line();
  }
}
