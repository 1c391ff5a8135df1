package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weekly windows: days, from-to and a time zone, such as {@code Mon-Fri 08:00-18:00 Europe/Berlin},
 * {@code Sat,Sun 00:00-24:00 UTC} or {@code Fri-Mon 22:00-06:00 UTC}. A window that ends before it
 * begins ends on the next day.
 */
public final class TimeWindowSyntax {
  private static final String DAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  private static final String DAYS = DAY + "(-" + DAY + ")?";
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  /** The syntax, whatever the zone's name and even if from and to are the same. */
  public static final String PATTERN =
      DAYS + "(," + DAYS + ")*" + " " + TIME + "-(" + TIME + "|24:00) [A-Za-z0-9_+/-]+";

  public static final int LONGEST = 100;

  private static final Pattern SYNTAX = Pattern.compile(PATTERN);
  private static final List<String> DAY_NAMES =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private TimeWindowSyntax() {}

  /** Reads a window. */
  public static Parsed<TimeWindow> parse(String text) {
    if (text.length() > LONGEST || !SYNTAX.matcher(text).matches()) {
      return malformed(Rule.NOT_A_WINDOW, text);
    }
    String[] words = text.split(" ");
    if (!ZONES.contains(words[2])) {
      return malformed(Rule.UNKNOWN_ZONE, words[2]);
    }
    String[] times = words[1].split("-");
    if (times[0].equals(times[1])) {
      return malformed(Rule.EMPTY_WINDOW, text);
    }
    return new Parsed.Value<>(
        new TimeWindow(days(words[0]), time(times[0]), time(times[1]), ZoneId.of(words[2])));
  }

  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Matcher span = Pattern.compile(DAYS).matcher(text);
    while (span.find()) {
      DayOfWeek day = day(span.group(1));
      DayOfWeek last = span.group(3) == null ? day : day(span.group(3));
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return Set.copyOf(days);
  }

  private static DayOfWeek day(String name) {
    return DayOfWeek.of(DAY_NAMES.indexOf(name) + 1);
  }

  private static LocalTime time(String text) {
    return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }

  private static Parsed<TimeWindow> malformed(Rule rule, String text) {
    return new Parsed.Malformed<>(rule.problem() + " (" + Quoted.of(text) + ")", rule.remedy());
  }
}
