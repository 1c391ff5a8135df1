package dev.plimsoll.core.decide;

import dev.plimsoll.core.model.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The weekly spans in which rollouts may start; none means always.
 *
 * @param windows in any order, overlapping as they may
 */
record RolloutWindows(List<TimeWindow> windows) {
  /** A window that falls into the hour that spring skips opens again a week later. */
  private static final int DAYS_AHEAD = 15;

  boolean isOpenAt(Instant instant) {
    return windows.isEmpty() || windows.stream().anyMatch(window -> window.isOpenAt(instant));
  }

  /** The first moment from {@code earliest} on at which a window is open. */
  Optional<Instant> firstOpen(Instant earliest) {
    if (isOpenAt(earliest)) {
      return Optional.of(earliest);
    }
    return windows.stream()
        .flatMap(window -> openings(window, earliest))
        .filter(opening -> opening.isAfter(earliest))
        .filter(this::isOpenAt)
        .min(Comparator.naturalOrder());
  }

  private static Stream<Instant> openings(TimeWindow window, Instant earliest) {
    LocalDate today = earliest.atZone(window.zone()).toLocalDate();
    return IntStream.range(0, DAYS_AHEAD)
        .mapToObj(today::plusDays)
        .filter(day -> window.days().contains(day.getDayOfWeek()))
        .map(day -> ZonedDateTime.of(day, window.from(), window.zone()).toInstant());
  }
}
