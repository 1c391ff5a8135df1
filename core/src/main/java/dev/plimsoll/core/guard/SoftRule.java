package dev.plimsoll.core.guard;

import dev.plimsoll.core.forecast.TimeToLimit;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Above the soft line for fifteen seconds without a break, and still rising: recycles in this pod's
 * turn. What has come to rest below the hard line is left alone.
 */
record SoftRule() implements Rule {
  private static final Duration CONFIRMED = Duration.ofSeconds(15);

  /** A second worker beside the only one needs room that is soon gone. */
  private static final Duration CONFIRMED_ALONE = Duration.ofSeconds(3);

  /** Memory that meets the hard line later than this counts as at rest. */
  private static final Duration AT_REST = Duration.ofHours(1);

  @Override
  public Finding look(Situation situation) {
    if (!isConfirmed(situation) || situation.isDanger() || !situation.isSettled()) {
      return Finding.nothing();
    }
    if (!Attribution.isTheWorkers(situation)) {
      return Attribution.of(situation);
    }
    if (situation.isFreshAboveShare()) {
      return Recycling.futile(situation).and(Attribution.of(situation));
    }
    return isRising(situation) && TimeSlot.of(situation.policy()).isNow(situation.at())
        ? recycle(situation)
        : Finding.nothing();
  }

  private static Finding recycle(Situation situation) {
    return VictimChooser.largestHeld(situation)
        .map(
            victim ->
                Recycling.forMemory(
                    situation,
                    victim,
                    RecycleReason.SOFT,
                    "the container has been above its soft line for a while, is at %s and rising; worker %d holds %s above a fresh one"
                        .formatted(
                            situation.levels().percent(),
                            victim.id().pid(),
                            situation.heldExcess(victim))))
        .orElseGet(() -> Attribution.of(situation));
  }

  private static boolean isConfirmed(Situation situation) {
    Duration confirmed = situation.count() == 1 ? CONFIRMED_ALONE : CONFIRMED;
    return situation
        .seen()
        .aboveSoft()
        .filter(since -> situation.at().minus(since).compareTo(confirmed) >= 0)
        .isPresent();
  }

  /** Over minutes and over seconds: growth that has come to rest still shows in the first. */
  private static boolean isRising(Situation situation) {
    Trends trends = situation.seen().trends();
    return meetsHardSoon(situation, trends.longSlope()) && trends.slope().orElse(0) > 0;
  }

  private static boolean meetsHardSoon(Situation situation, OptionalDouble slope) {
    return TimeToLimit.of(situation.unreclaimable(), situation.levels().hard(), slope)
        .filter(time -> time.compareTo(AT_REST) < 0)
        .isPresent();
  }
}
