package dev.plimsoll.core.spec;

/**
 * A field that is accepted and checked, but that nothing acts on in this version.
 *
 * @param field where, as a path such as {@code spec.brake}
 * @param waitsFor what has to be built before it acts
 */
public record NotYetActive(String field, String waitsFor) {

  /** The whole in one line. */
  public String line() {
    return field + ": accepted, but not active yet: it waits for " + waitsFor;
  }

  @Override
  public String toString() {
    return line();
  }
}
