package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;

/** Every worker may burst at once: sheds until those that are left would survive that. */
record BurstShed() implements Rule {

  @Override
  public Finding look(Situation situation) {
    Bytes burst = situation.burst();
    Bytes line = situation.levels().last();
    Bytes worst = situation.rest().plus(situation.fresh().plus(burst).times(situation.count()));
    if (!situation.isSettled()
        || situation.count() < 2
        || situation.seen().learned().freshSize().isEmpty()
        || !worst.isMoreThan(line)) {
      return Finding.nothing();
    }
    int survivors = Math.min(situation.count() - 1, situation.fitting(line, burst));
    return Shedding.shed(
        situation,
        Action.ShedReason.BURSTS,
        survivors,
        "one worker takes up to %s within half a second and %s when fresh; %d of them at once do not fit into %s, %d do"
            .formatted(
                burst,
                situation.fresh(),
                situation.count(),
                situation.levels().limit(),
                survivors));
  }
}
