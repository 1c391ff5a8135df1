package dev.plimsoll.core.spec;

import java.util.regex.Pattern;

/** The names in a budget, each with its syntax and the rule that it breaks otherwise. */
public enum NameSyntax {
  WORKLOAD("[a-z0-9]([-a-z0-9.]*[a-z0-9])?", 253, Rule.WORKLOAD_NAME),
  CONTAINER("[a-z0-9]([-a-z0-9]*[a-z0-9])?", 63, Rule.CONTAINER_NAME),
  KNOB("[a-z]([A-Za-z0-9-]*[A-Za-z0-9])?", 32, Rule.KNOB_NAME),
  VARIABLE("[A-Za-z_][A-Za-z0-9_]*", 128, Rule.VARIABLE_NAME),
  ARGUMENT("[A-Za-z][A-Za-z0-9:+._-]*", 64, Rule.ARGUMENT_NAME);

  private final Pattern pattern;
  private final int longest;
  private final Rule rule;

  NameSyntax(String pattern, int longest, Rule rule) {
    this.pattern = Pattern.compile(pattern);
    this.longest = longest;
    this.rule = rule;
  }

  boolean matches(String text) {
    return text.length() <= longest && pattern.matcher(text).matches();
  }

  /** The syntax as a regular expression for the whole of the text. */
  public String pattern() {
    return pattern.pattern();
  }

  /** The most characters. */
  public int longest() {
    return longest;
  }

  /** What a text that is no such name breaks. */
  public Rule rule() {
    return rule;
  }
}
