package dev.plimsoll.core.guard;

import java.time.Duration;

/** The hard line is nearer than a recycle takes: one worker starts to drain now. */
record ForecastRule() implements Rule {

  @Override
  public Finding look(Situation situation) {
    if (!situation.meetsHardTooSoon()
        || situation.isDanger()
        || situation.isFreshAboveShare()
        || !Attribution.isTheWorkers(situation)
        || canWait(situation)) {
      return Finding.nothing();
    }
    return VictimChooser.largestHeld(situation)
        .map(
            victim ->
                Recycling.forMemory(
                    situation,
                    victim,
                    RecycleReason.FORECAST,
                    "the container is at %s and meets its hard line in %d s, and a recycle takes up to %d s; worker %d holds %s above a fresh one"
                        .formatted(
                            situation.levels().percent(),
                            situation.timeToHard().orElse(Duration.ZERO).toSeconds(),
                            situation.recycleTime().toSeconds(),
                            victim.id().pid(),
                            situation.heldExcess(victim))))
        .orElseGet(Finding::nothing);
  }

  /** This pod's turn comes before the hard line is met. */
  private static boolean canWait(Situation situation) {
    Duration wait = TimeSlot.of(situation.policy()).wait(situation.at());
    return situation.timeToHard().filter(time -> wait.compareTo(time) < 0).isPresent()
        && wait.isPositive();
  }
}
