package dev.plimsoll.core.runtime;

/**
 * An arguments line that the server itself would refuse to read, so nothing may be merged into it.
 */
public final class MalformedLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedLineException(String what) {
    super(what);
  }

  static MalformedLineException unclosedQuote(int openedAt) {
    return new MalformedLineException(
        "the quote opened at character " + (openedAt + 1) + " is never closed: close it");
  }

  static MalformedLineException loneEscape() {
    return new MalformedLineException(
        "the line ends in a backslash that escapes nothing: remove it");
  }
}
