package dev.plimsoll.core.runtime;

import java.util.Locale;

/** Where a server takes arguments from besides its command line. */
public sealed interface ArgumentHome {

  /**
   * One variable holds them all, written like a command line.
   *
   * @param variable the variable's name
   * @param style how the server splits it
   * @param flags what may stand in it
   */
  record OneLine(String variable, LineStyle style, FlagCatalog flags) implements ArgumentHome {}

  /**
   * Each argument has a variable of its own.
   *
   * @param prefix what the variables' names begin with
   * @param flags the arguments that have one
   */
  record VariablePerFlag(String prefix, FlagCatalog flags) implements ArgumentHome {

    /** The variable of an argument: max-requests under UVICORN_ is UVICORN_MAX_REQUESTS. */
    public String variable(String flag) {
      return prefix + flag.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The variable's value; a switch without one is switched on by {@code true}. */
    public String valueOf(String value) {
      return value.isEmpty() ? "true" : value;
    }
  }

  /**
   * The server reads none from the environment.
   *
   * @param remedy what a user can do instead
   */
  record Nowhere(String remedy) implements ArgumentHome {}

  /** How a server splits its line. */
  enum LineStyle {
    /** As a POSIX shell, with GNU-style options. */
    SHELL(new ShellSyntax()),
    /** As the JVM splits JAVA_TOOL_OPTIONS. */
    JVM(new JvmSyntax()),
    /** As Node splits NODE_OPTIONS. */
    NODE(new NodeSyntax());

    private final LineSyntax syntax;

    LineStyle(LineSyntax syntax) {
      this.syntax = syntax;
    }

    LineSyntax syntax() {
      return syntax;
    }
  }
}
