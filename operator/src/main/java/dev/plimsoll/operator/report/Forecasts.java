package dev.plimsoll.operator.report;

import dev.plimsoll.crds.v1alpha1.ForecastStatus;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * {@code status.forecast}: roughly how long until a pod meets its limit. In few steps, and as
 * before while it is about that: it moves at every sample.
 */
final class Forecasts {
  /** What is further off is no forecast at the slope of a moment. */
  private static final Duration FURTHEST = Duration.ofHours(1);

  private static final List<Duration> STEPS =
      List.of(
          FURTHEST,
          Duration.ofMinutes(30),
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(1),
          Duration.ofSeconds(30));

  private Forecasts() {}

  /** The forecast to report; empty where nothing is on its way. */
  static Optional<ForecastStatus> of(
      Optional<Duration> timeToLimit, Optional<ForecastStatus> before) {
    return timeToLimit
        .filter(time -> time.compareTo(FURTHEST) <= 0)
        .map(
            time ->
                before
                    .filter(shown -> isAbout(time, shown))
                    .orElseGet(() -> new ForecastStatus(step(time).toString(), null)));
  }

  private static boolean isAbout(Duration time, ForecastStatus shown) {
    try {
      Duration before = Duration.parse(String.valueOf(shown.timeToLimit()));
      return time.compareTo(before.dividedBy(2)) >= 0
          && time.compareTo(before.multipliedBy(2)) <= 0;
    } catch (DateTimeParseException anothersText) {
      return false;
    }
  }

  /** The step that is nearest from above. */
  private static Duration step(Duration time) {
    return STEPS.stream()
        .filter(step -> time.compareTo(step) <= 0)
        .min(Duration::compareTo)
        .orElse(FURTHEST);
  }
}
