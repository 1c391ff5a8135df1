package dev.plimsoll.cli;

/** What a command's end tells a script. */
public final class ExitCode {
  /** Done; of a plan: it is feasible. */
  public static final int OK = 0;

  /** A fault of Plimsoll itself. */
  public static final int FAULT = 1;

  /** Bad input: one line on standard error names file, field and remedy. */
  public static final int INVALID = 2;

  /** Not even the smallest setting fits; the smallest limit that would do is named. */
  public static final int INFEASIBLE = 3;

  private ExitCode() {}
}
