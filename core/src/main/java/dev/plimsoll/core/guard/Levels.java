package dev.plimsoll.core.guard;

import dev.plimsoll.core.forecast.TimeToLimit;
import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The container's memory against the lines drawn below its limit. */
record Levels(Bytes limit, Bytes soft, Bytes hard, Bytes unreclaimable) {
  private static final double LAST_PERCENT = 97;
  private static final Duration TOO_LATE = Duration.ofMillis(250);

  static Levels of(GuardPolicy policy, ContainerMemory memory) {
    Bytes limit = memory.limit();
    return new Levels(
        limit,
        SoftLine.of(policy, limit),
        limit.percent(policy.hardPercent()),
        memory.unreclaimable());
  }

  /** What may be planned to be used: above it the kernel is near. */
  Bytes last() {
    return limit.percent(LAST_PERCENT);
  }

  boolean isWatch() {
    return unreclaimable.isMoreThan(soft);
  }

  boolean isDanger() {
    return unreclaimable.isMoreThan(hard);
  }

  /**
   * Above the last line, and at the limit within a quarter of a second: before a drain could end.
   */
  boolean isLast(OptionalDouble slope) {
    Optional<Duration> left = TimeToLimit.of(unreclaimable, limit, slope);
    return unreclaimable.isMoreThan(last())
        && left.filter(time -> time.compareTo(TOO_LATE) < 0).isPresent();
  }

  Bytes aboveSoft() {
    return unreclaimable.minusOrZero(soft);
  }

  /** For people. */
  String percent() {
    return "%.0f %% of its %s".formatted(100.0 * unreclaimable.count() / limit.count(), limit);
  }
}
