package dev.plimsoll.operator.diagnose;

/**
 * A diagnostic's line in the reference, docs/diagnostics.md.
 *
 * @param reason the name of its findings
 * @param sees what in a manifest makes it speak
 * @param remedy what to do about it
 */
public record Reference(String reason, Severity severity, String sees, String remedy) {

  static Reference warning(Class<? extends Diagnostic> diagnostic, String sees, String remedy) {
    return new Reference(diagnostic.getSimpleName(), Severity.WARNING, sees, remedy);
  }

  static Reference advice(Class<? extends Diagnostic> diagnostic, String sees, String remedy) {
    return new Reference(diagnostic.getSimpleName(), Severity.ADVICE, sees, remedy);
  }

  Finding finding(String message) {
    return new Finding(reason, severity, message);
  }
}
