package dev.plimsoll.core.spec;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Kubernetes writes them, in hours, minutes and seconds: 15m, 1h30m, 65s. */
public final class DurationSyntax {
  /** Accepts the empty text as well, which {@link #parse} refuses. */
  public static final String PATTERN = "([0-9]{1,5}h)?([0-9]{1,6}m)?([0-9]{1,7}s)?";

  public static final int LONGEST = 21;

  private static final Pattern SYNTAX = Pattern.compile(PATTERN);

  private DurationSyntax() {}

  /** Reads a duration. */
  public static Parsed<Duration> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (text.isEmpty() || text.length() > LONGEST || !matcher.matches()) {
      return new Parsed.Malformed<>(
          Rule.NOT_A_DURATION.problem() + " (" + Quoted.of(text) + ")",
          Rule.NOT_A_DURATION.remedy());
    }
    return new Parsed.Value<>(
        Duration.ofHours(count(matcher, 1))
            .plusMinutes(count(matcher, 2))
            .plusSeconds(count(matcher, 3)));
  }

  /** The way a user would write it: 1h30m; zero is 0s. */
  public static String format(Duration duration) {
    String text =
        part(duration.toHours(), "h")
            + part(duration.toMinutesPart(), "m")
            + part(duration.toSecondsPart(), "s");
    return text.isEmpty() ? "0s" : text;
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }

  private static long count(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? 0 : Long.parseLong(text.substring(0, text.length() - 1));
  }
}
