package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;

/**
 * The next burst would not fit beside another one, as far as the room above the soft line goes: the
 * other may come while a worker drains. Recycling makes room for both.
 */
record BurstRecycle() implements Rule {
  private static final double WORTH_PERCENT = 10;

  @Override
  public Finding look(Situation situation) {
    Bytes limit = situation.levels().limit();
    Bytes held = situation.seen().trends().recent().latestTo(situation.unreclaimable());
    Bytes burst = situation.burst();
    Bytes second = burst.min(limit.minusOrZero(situation.levels().soft()));
    if (!situation.isSettled()
        || !held.plus(burst).plus(second).isMoreThan(limit)
        || !situation.heldExcess().isMoreThan(limit.percent(WORTH_PERCENT))) {
      return Finding.nothing();
    }
    return VictimChooser.largestHeld(situation)
        .map(
            victim ->
                Recycling.forMemory(
                    situation,
                    victim,
                    RecycleReason.BURST,
                    "the container is at %s and one worker takes up to %s within half a second; worker %d holds %s above a fresh one"
                        .formatted(
                            situation.levels().percent(),
                            burst,
                            victim.id().pid(),
                            situation.heldExcess(victim))))
        .orElseGet(Finding::nothing);
  }
}
