package dev.plimsoll.operator.reconcile;

import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.Notes;
import java.util.Optional;

/** Settings that were tried and undone, while neither spec nor image has changed since. */
final class Rejections {
  private Rejections() {}

  static Optional<Notes.Rejection> of(DesiredSettings wanted, Situation situation) {
    return situation
        .books()
        .notes()
        .rejected()
        .filter(rejection -> rejection.hash().equals(wanted.hashOn(situation.workload())))
        .filter(rejection -> rejection.budgetGeneration() == situation.generation())
        .filter(rejection -> rejection.image().equals(situation.image()));
  }
}
