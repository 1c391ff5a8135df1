package dev.plimsoll.cli.export;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of {@code NAME=value}, quoted so that a POSIX shell, Compose and the dotenv libraries read
 * the same.
 */
record Dotenv() implements ExportFormat {
  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w@%+=:,./-]*");

  @Override
  public String render(PlannedVariables planned) {
    return "# "
        + planned.summary()
        + "\n"
        + planned.variables().entrySet().stream()
            .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
            .collect(Collectors.joining());
  }

  /** In single quotes everything is literal; a single quote itself needs the double ones. */
  static String quoted(String value) {
    if (NEEDS_NO_QUOTES.matcher(value).matches()) {
      return value;
    }
    return value.contains("'")
        ? "\"" + value.replaceAll("[\\\\\"$`]", "\\\\$0") + "\""
        : "'" + value + "'";
  }
}
