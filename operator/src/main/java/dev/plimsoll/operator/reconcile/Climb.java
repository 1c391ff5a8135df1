package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.core.decide.LadderMove;
import dev.plimsoll.core.decide.PodPressure;
import dev.plimsoll.core.decide.Restraint;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.operator.apply.Notes;
import dev.plimsoll.operator.report.HeldBack;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the pods have been through, and what the ladder makes of it.
 *
 * @param pods those that run with what is set now
 * @param alarm why to brake, where there is a cascade of OOM kills
 * @param move what is next
 * @param present what is held back now
 * @param confirmation when a pod will have been above its soft line for long enough to tell
 */
record Climb(
    List<PodPressure> pods,
    Optional<String> alarm,
    LadderMove move,
    Ladder present,
    Optional<Instant> confirmation) {
  private static final Duration LATER = Duration.ofMinutes(1);

  Climb {
    pods = List.copyOf(pods);
  }

  /**
   * What is held back, for the report.
   *
   * @param kept what is on record now, where this pass has written it
   */
  HeldBack heldBack(Situation situation, Optional<Notes> kept) {
    Ladder ladder = kept.map(Notes::ladder).orElse(present);
    int failures = ladder instanceof Ladder.Restrained restrained ? restrained.failures() : 0;
    return new HeldBack(
        situation.budget().mode() == Mode.ENFORCE ? HeldBack.Mode.ENFORCED : HeldBack.Mode.ADVISED,
        ladder,
        kept.map(Notes::ladder).filter(next -> !next.equals(present)).isPresent()
            ? Optional.empty()
            : alarm,
        Ladder.hold(situation.budget().restoreAfter(), failures),
        situation.budget().degrade(),
        ladder.held().flatMap(Restraint::degraded).isPresent()
            ? Wanted.degraded(situation).sentences()
            : "");
  }

  /** What to remember while the plan stays as it is. */
  Ladder toRemember() {
    return move instanceof LadderMove.Stay stay ? stay.ladder() : present;
  }

  /** When something may be due though nothing happens; a change that has to wait is asked again. */
  Optional<Instant> again(Instant now) {
    Optional<Instant> due =
        switch (move) {
          case LadderMove.Stay stay -> stay.again();
          case LadderMove.Change _ -> Optional.of(now.plus(LATER));
        };
    return Stream.concat(due.stream(), confirmation.stream()).min(Comparator.naturalOrder());
  }
}
