package dev.plimsoll.core.decide;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.spec.Defaults;
import java.util.Optional;

/** The knob that says how many worker processes the server runs. */
public final class WorkersKnob {
  private WorkersKnob() {}

  /** The knob of this name, or the one that goes where the server reads its workers from. */
  public static Optional<Knob> of(Budget budget) {
    return budget.knobs().stream()
        .filter(knob -> knob.name().equals(Defaults.WORKERS))
        .findFirst()
        .or(() -> atTheServersOwnPlace(budget));
  }

  private static Optional<Knob> atTheServersOwnPlace(Budget budget) {
    Optional<Placement> place =
        RuntimeProfiles.named(budget.runtime().type())
            .map(profile -> profile.places().get(Defaults.WORKERS));
    return budget.knobs().stream()
        .filter(knob -> place.filter(knob.placement()::equals).isPresent())
        .findFirst();
  }
}
