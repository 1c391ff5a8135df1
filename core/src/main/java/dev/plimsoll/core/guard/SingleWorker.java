package dev.plimsoll.core.guard;

import java.time.Duration;

/** Recycles the only worker: beside another where one fits, else while it is idle. */
final class SingleWorker {
  private static final Duration IDLE = Duration.ofSeconds(1);

  private SingleWorker() {}

  static Finding recycle(Situation situation, WorkerTrack only, RecycleReason reason, String why) {
    if (situation.isDanger()) {
      return Recycling.now(situation, only, reason, why);
    }
    if (extraFits(situation)) {
      return Finding.of(
          new Action.Grow(
              situation.master(),
              "the only worker is to be recycled (%s); a second one takes its requests meanwhile"
                  .formatted(why)));
    }
    boolean idle = situation.at().minus(only.cpuMovedAt()).compareTo(IDLE) >= 0;
    return idle ? Recycling.now(situation, only, reason, why) : Finding.nothing();
  }

  private static boolean extraFits(Situation situation) {
    return situation.model().grow().isPresent()
        && situation.model().shed().isPresent()
        && situation.course().extra().isEmpty()
        && !situation
            .unreclaimable()
            .plus(Recycling.bootPeak(situation))
            .plus(situation.burst())
            .isMoreThan(situation.levels().last());
  }
}
