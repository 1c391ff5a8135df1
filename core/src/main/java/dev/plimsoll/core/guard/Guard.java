package dev.plimsoll.core.guard;

import java.util.List;
import java.util.Optional;

/** The guard's decisions: one step for every reading. */
public final class Guard {
  private Guard() {}

  /** What to do at this reading, and what to remember for the next one. */
  public static GuardStep step(GuardPolicy policy, GuardState state, Reading reading) {
    double percent =
        100.0 * reading.memory().unreclaimable().count() / reading.memory().limit().count();
    Phase phase =
        percent > policy.hardPercent()
            ? Phase.DANGER
            : percent > policy.softPercent() ? Phase.WATCH : Phase.CALM;
    return new GuardStep(
        new GuardState(
            state.since().or(() -> Optional.of(reading.at())), reading.memory().unreclaimable()),
        phase,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
