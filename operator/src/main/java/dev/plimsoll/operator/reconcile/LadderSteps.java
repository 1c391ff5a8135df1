package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.core.decide.LadderMove.Change;
import dev.plimsoll.core.decide.LadderMove.Kind;
import dev.plimsoll.core.decide.LadderRule;
import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.operator.apply.AppliedSettings;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.PodChange;
import dev.plimsoll.operator.report.Deed;
import java.util.Optional;

/** Makes a rollout of the ladder's next move, where one may start. */
final class LadderSteps {
  private static final String FOR_RESTORE = Deed.Kind.RESTORE.cause();

  private final Gate gate;

  LadderSteps(Gate gate) {
    this.gate = gate;
  }

  /** Takes the next step; empty where the plan stays as it is. */
  Optional<Decision> step(Situation situation, Climb climb) {
    return climb.move() instanceof Change change
        ? step(change, purpose(change.kind()), situation)
        : Optional.empty();
  }

  /** Takes a return back whose revision has failed: not its plan is wrong, it came too early. */
  Optional<Decision> fallBack(Situation situation) {
    boolean isReturn =
        situation
            .books()
            .applied()
            .map(AppliedSettings::reason)
            .filter(FOR_RESTORE::equals)
            .isPresent();
    return isReturn && situation.planning().ladder() instanceof Ladder.OnTrial trial
        ? step(LadderRule.fallBack(trial, situation.now()), RolloutPurpose.UNDO, situation)
        : Optional.empty();
  }

  private static RolloutPurpose purpose(Kind kind) {
    return kind == Kind.BRAKE ? RolloutPurpose.BRAKE : RolloutPurpose.PLAN;
  }

  private Optional<Decision> step(Change change, RolloutPurpose purpose, Situation situation) {
    boolean isPlanYetToBeTried =
        purpose == RolloutPurpose.BRAKE
            && situation.books().applied().isEmpty()
            && gate.holdUp(situation, RolloutPurpose.PLAN).isEmpty();
    return isPlanYetToBeTried
        ? Optional.empty()
        : roll(change, purpose, situation.under(change.ladder()));
  }

  private Optional<Decision> roll(Change change, RolloutPurpose purpose, Situation situation) {
    Deed.Kind deed = deed(change.kind());
    DesiredSettings settings =
        Wanted.of(situation, deed.cause(), situation.books().notes().withLadder(change.ladder()));
    boolean isNothingOurs =
        situation.books().applied().isEmpty()
            && settings.values().isEmpty()
            && !settings.agent().isOn(situation.workload());
    if (isNothingOurs || Rejections.of(settings, situation).isPresent()) {
      return Optional.empty();
    }
    if (!PodChange.wouldFollow(situation.workload(), settings)) {
      return Optional.of(new Decision.Keep(settings, Standings.inPlace(situation)));
    }
    Optional<Decision.Rest> holdUp = gate.holdUp(situation, purpose);
    if (holdUp.isPresent()) {
      // What waits to come back is in nobody's way: the plan in place goes on meanwhile.
      return change.kind() == Kind.RESTORE ? Optional.empty() : Optional.of(holdUp.get());
    }
    return Optional.of(
        new Decision.Roll(
            settings,
            purpose,
            deed,
            "%s, because %s: %s"
                .formatted(
                    what(change.kind()), change.why(), Standings.sets(settings, situation))));
  }

  private static Deed.Kind deed(Kind kind) {
    return switch (kind) {
      case BRAKE -> Deed.Kind.BRAKE;
      case REDUCE -> Deed.Kind.REDUCE;
      case DEGRADE -> Deed.Kind.DEGRADE;
      case RESTORE -> Deed.Kind.RESTORE;
      case FALL_BACK -> Deed.Kind.FALL_BACK;
    };
  }

  private static String what(Kind kind) {
    return switch (kind) {
      case BRAKE -> "The brake sets the smallest plan";
      case REDUCE -> "The plan is reduced";
      case DEGRADE -> "The degraded variables are set";
      case RESTORE -> "The whole plan comes back";
      case FALL_BACK -> "The plan is held back again";
    };
  }
}
