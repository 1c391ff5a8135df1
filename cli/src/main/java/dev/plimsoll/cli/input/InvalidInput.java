package dev.plimsoll.cli.input;

/** Input that no command can work with; its message is one line with what, where and what to do. */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidInput(String line) {
    super(line);
  }
}
