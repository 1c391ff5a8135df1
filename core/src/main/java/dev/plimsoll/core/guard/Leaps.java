package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;

/**
 * Rises of single workers that are under way, against those seen before: one that is nearly as high
 * as any has nearly ended, whatever its slope foretells.
 */
final class Leaps {
  /** Smaller rises are a leak's, which does not end. */
  private static final double LEAST_PERCENT_OF_LIMIT = 2;

  /** A worker that has risen by less is not leaping. */
  private static final double BEGUN_PERCENT = 10;

  private Leaps() {}

  /** Whether all leaps under way, none of them higher than known, leave the container alive. */
  static boolean endBelowLimit(Situation situation) {
    Bytes limit = situation.levels().limit();
    Bytes known = situation.seen().learned().burstBefore().at(situation.at());
    if (!known.isMoreThan(limit.percent(LEAST_PERCENT_OF_LIMIT))) {
      return false;
    }
    Bytes begun = known.percent(BEGUN_PERCENT);
    Bytes highest = known.plus(begun);
    Bytes end = situation.unreclaimable();
    boolean leaping = false;
    for (WorkerTrack worker : situation.workers()) {
      Bytes rise = worker.rise();
      if (rise.isMoreThan(highest)) {
        return false;
      }
      if (rise.isMoreThan(begun)) {
        leaping = true;
        end = end.plus(known.minusOrZero(rise));
      }
    }
    return leaping && !end.isMoreThan(limit);
  }
}
