package dev.plimsoll.core.runtime;

import java.util.Map;

/**
 * Flags to keep in an arguments variable that the user may write to as well.
 *
 * @param home the variable
 * @param flags by long name without dashes, in order; a switch has an empty value
 */
public record ArgumentWords(ArgumentHome.OneLine home, Map<String, String> flags) {

  public String variable() {
    return home.variable();
  }

  /** The line where the user has none. */
  public String alone() {
    return mergedInto("");
  }

  /**
   * The user's line with these flags merged in.
   *
   * @throws MalformedLineException where the server itself would refuse the user's line
   */
  public String mergedInto(String usersLine) {
    return ArgumentLine.read(home, usersLine).with(flags).text();
  }

  /**
   * A line that these flags were merged into, without them.
   *
   * @param merged the line as it is now
   * @param original the user's line before the flags were merged into it
   * @throws MalformedLineException where the server itself would refuse either line
   */
  public String takenOutOf(String merged, String original) {
    return ArgumentLine.read(home, merged).without(flags, ArgumentLine.read(home, original)).text();
  }
}
