package dev.plimsoll.core.spec;

import java.util.regex.Pattern;

/**
 * Variables that no budget may set: those by which a loader, a shell or an interpreter decides what
 * code runs, those that say where it runs, and our own. The admission policy lets a user budget
 * only what he may patch, so this is against accidents and against one field doing another's work.
 */
public final class RefusedVariables {
  /** The names as a regular expression for the whole of a name. */
  public static final String PATTERN =
      "(LD|DYLD|KUBERNETES|PLIMSOLL|BASH|GLIBC)_.*|PYTHON.*|PERL5.*|RUBY(LIB|OPT)"
          + "|PATH|HOME|SHELL|USER|HOSTNAME|PWD|IFS|ENV|CLASSPATH|GCONV_PATH|LOCPATH|HOSTALIASES";

  private static final Pattern REFUSED = Pattern.compile(PATTERN);

  private RefusedVariables() {}

  static boolean contain(String variable) {
    return REFUSED.matcher(variable).matches();
  }
}
