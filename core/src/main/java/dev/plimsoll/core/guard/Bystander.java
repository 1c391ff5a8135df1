package dev.plimsoll.core.guard;

import dev.plimsoll.core.forecast.TimeToLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Watches where there are no workers to act on. */
final class Bystander {
  private static final Duration CONFIRMED = Duration.ofSeconds(15);

  private Bystander() {}

  /** One process: only what runs outside of the pod can give its memory back. */
  static GuardStep alone(GuardPolicy policy, GuardState state, Reading reading) {
    Levels levels = Levels.of(policy, reading.memory());
    boolean confirmed =
        state
            .seen()
            .aboveSoft()
            .filter(since -> reading.at().minus(since).compareTo(CONFIRMED) >= 0)
            .isPresent();
    return watching(
        policy,
        state,
        reading,
        levels.isDanger() || levels.isWatch() && confirmed
            ? NoRemedy.inPod(policy, levels, "is one process without workers to recycle").remarks()
            : List.of());
  }

  static GuardStep unrecognised(GuardPolicy policy, GuardState state, Reading reading, String why) {
    return watching(policy, state, reading, List.of(new Remark(Remark.Reason.UNRECOGNISED, why)));
  }

  static GuardStep watching(
      GuardPolicy policy, GuardState state, Reading reading, List<Remark> remarks) {
    Seen seen = state.seen().with(policy, reading);
    Levels levels = Levels.of(policy, reading.memory());
    Optional<Duration> timeToLimit =
        TimeToLimit.of(levels.unreclaimable(), levels.limit(), seen.trends().slope());
    boolean last = levels.isLast(seen.trends().steepest(levels.unreclaimable()));
    Phase phase =
        last
            ? Phase.LAST
            : levels.isDanger() ? Phase.DANGER : levels.isWatch() ? Phase.WATCH : Phase.CALM;
    return new GuardStep(
        new GuardState(seen, state.course()),
        phase,
        List.of(),
        remarks,
        timeToLimit,
        Optional.empty());
  }
}
