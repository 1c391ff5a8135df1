package dev.plimsoll.operator.diagnose.manifest;

import java.util.regex.Pattern;

/**
 * A setting on a command line: a flag, or an assignment to a variable.
 *
 * @param text the whole as it is written there
 * @param value its value, references to variables included
 */
public record FlagUse(String text, String value) {

  /** Whether the value is taken from this variable, by the shell or by Kubernetes. */
  public boolean refersTo(String variable) {
    return Pattern.compile("\\$[({]?" + Pattern.quote(variable) + "(?![A-Za-z0-9_])")
        .matcher(value)
        .find();
  }
}
