package dev.plimsoll.agent.serve;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes moments as {@code 2026-11-21T08:00:00.123Z}. The JDK's formatter is a hundred classes, and
 * each of them is memory of every agent.
 */
public final class Timestamps {
  private static final int SECONDS_A_DAY = 86_400;

  private Timestamps() {}

  /** The moment in UTC, to the millisecond. */
  public static String of(Instant moment) {
    long day = Math.floorDiv(moment.getEpochSecond(), SECONDS_A_DAY);
    int second = (int) Math.floorMod(moment.getEpochSecond(), (long) SECONDS_A_DAY);
    LocalDate date = LocalDate.ofEpochDay(day);
    StringBuilder text = new StringBuilder(24);
    append(text, date.getYear(), 4).append('-');
    append(text, date.getMonthValue(), 2).append('-');
    append(text, date.getDayOfMonth(), 2).append('T');
    append(text, second / 3600, 2).append(':');
    append(text, second / 60 % 60, 2).append(':');
    append(text, second % 60, 2).append('.');
    return append(text, moment.getNano() / 1_000_000, 3).append('Z').toString();
  }

  private static StringBuilder append(StringBuilder text, int number, int digits) {
    for (int power = (int) Math.pow(10, digits - 1); power > 0; power /= 10) {
      text.append((char) ('0' + number / power % 10));
    }
    return text;
  }
}
