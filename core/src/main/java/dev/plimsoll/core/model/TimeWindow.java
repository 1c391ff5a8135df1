package dev.plimsoll.core.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A weekly span in which rollouts may start, such as Mon-Fri 08:00-18:00 Europe/Berlin.
 *
 * @param days the days on which it opens
 * @param from the time of day at which it opens
 * @param to the time of day at which it closes; before {@code from} it closes on the next day
 * @param zone whose clock it follows
 */
public record TimeWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

  public boolean isOpenAt(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    LocalTime time = local.toLocalTime();
    if (from.isBefore(to)) {
      return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }
    boolean openedToday = days.contains(local.getDayOfWeek()) && !time.isBefore(from);
    boolean openedYesterday = days.contains(local.getDayOfWeek().minus(1)) && time.isBefore(to);
    return openedToday || openedYesterday;
  }
}
