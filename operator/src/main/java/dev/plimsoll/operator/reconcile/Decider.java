package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.ContestedRule;
import dev.plimsoll.core.decide.RevertHistory;
import dev.plimsoll.core.decide.RevisionVerdict;
import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.operator.act.StuckPods;
import dev.plimsoll.operator.apply.AppliedSettings;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.Notes;
import dev.plimsoll.operator.apply.PodChange;
import dev.plimsoll.operator.apply.Reverts;
import dev.plimsoll.operator.report.Deed;
import dev.plimsoll.operator.report.Standing;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/** Decides what to do with a workload: the first of these steps that has an answer answers. */
final class Decider {
  private static final String FOR_PLAN = "Plan";
  private static final String FOR_REAPPLY = "Reapply";
  private static final String FOR_UNDO = "Undo";
  private static final String FOR_CONTEST = "Contested";

  private final Gate gate;
  private final RevisionJudge judge;
  private final LadderSteps ladder;

  Decider(Gate gate, RevisionJudge judge) {
    this.gate = gate;
    this.judge = judge;
    this.ladder = new LadderSteps(gate);
  }

  Decision decide(Situation situation, Climb climb) {
    Mode mode = situation.budget().mode();
    if (mode == Mode.RECOMMEND) {
      return Decision.Rest.untilEvent(Standings.notEnforced(situation));
    }
    if (mode == Mode.ENFORCE && situation.planning().plan().isEmpty()) {
      return Decision.Rest.untilEvent(Standings.doesNotFit(situation));
    }
    return contested(situation)
        .or(() -> undo(situation))
        .or(() -> mode == Mode.ENFORCE ? ladder.step(situation, climb) : Optional.empty())
        .orElseGet(() -> towards(situation, climb));
  }

  /** Hands are off since the last spec. */
  private static Optional<Decision> contested(Situation situation) {
    return ContestedRule.isContested(history(situation), situation.generation())
        ? Optional.of(Decision.Rest.untilEvent(Standings.contested(situation)))
        : Optional.empty();
  }

  private static RevertHistory history(Situation situation) {
    Notes notes = situation.books().notes();
    return new RevertHistory(notes.reverts(), notes.contested());
  }

  private Optional<Decision> undo(Situation situation) {
    return judge
        .failure(situation)
        .map(failure -> ladder.fallBack(situation).orElseGet(() -> undo(failure, situation)));
  }

  private Decision undo(RevisionVerdict.Failure failure, Situation situation) {
    Optional<Decision.Rest> holdUp = gate.holdUp(situation, RolloutPurpose.UNDO);
    if (holdUp.isPresent()) {
      return holdUp.get();
    }
    AppliedSettings failed = situation.books().applied().orElseThrow();
    Notes notes =
        situation
            .books()
            .notes()
            .withRejected(
                new Notes.Rejection(
                    failed.hash(),
                    situation.generation(),
                    situation.image(),
                    failure.text(),
                    situation.now()));
    DesiredSettings settings =
        DesiredSettings.undoing(failed, situation.books(), FOR_UNDO, situation.now(), notes);
    return new Decision.Roll(
        settings,
        RolloutPurpose.UNDO,
        Deed.Kind.UNDO,
        "%s is taken back on %s, because %s: %s."
            .formatted(
                Standings.ofOurs(failed),
                situation.workload().ref(),
                failure.text(),
                "only our values tell this revision from the one before"));
  }

  private Decision towards(Situation situation, Climb climb) {
    DesiredSettings wanted = Wanted.of(situation, FOR_PLAN, notes(situation, climb));
    Optional<Notes.Rejection> rejection = Rejections.of(wanted, situation);
    if (rejection.isPresent()) {
      return rolledBack(Standings.rolledBack(rejection.get(), situation), situation);
    }
    if (situation.books().applied().isEmpty()
        && wanted.values().isEmpty()
        && !wanted.agent().isOn(situation.workload())) {
      return Decision.Rest.untilEvent(Standings.nothingToSet(situation));
    }
    if (!PodChange.wouldFollow(situation.workload(), wanted)) {
      Standing standing = Standings.inPlace(situation);
      return Evictions.decide(situation, climb, standing)
          .orElseGet(() -> new Decision.Keep(wanted, standing));
    }
    return Reverts.of(situation.workload(), situation.planning().claims()).isEmpty()
        ? roll(situation, climb)
        : reapply(situation, climb);
  }

  private static Notes notes(Situation situation, Climb climb) {
    return situation.books().notes().withLadder(climb.toRemember());
  }

  private static Decision rolledBack(Standing standing, Situation situation) {
    List<Pod> stuck =
        StuckPods.of(
            situation.workload(),
            situation.target().pods(),
            situation.target().container().getName());
    return stuck.isEmpty()
        ? Decision.Rest.untilEvent(standing)
        : new Decision.Evict(
            stuck,
            Deed.Kind.EVICTION,
            "it is of the revision that was taken back, fails, and %s waits for it"
                .formatted(situation.workload().ref()),
            standing);
  }

  /** A new plan, or new flags: once the gate opens. */
  private Decision roll(Situation situation, Climb climb) {
    Optional<Decision.Rest> holdUp = gate.holdUp(situation, RolloutPurpose.PLAN);
    if (holdUp.isPresent()) {
      return holdUp.get();
    }
    Notes notes = notes(situation, climb).withoutRejected();
    DesiredSettings settings =
        Wanted.of(
            situation, FOR_PLAN, notes.contested().isPresent() ? notes.withoutContest() : notes);
    return new Decision.Roll(
        settings, RolloutPurpose.PLAN, Deed.Kind.PLAN, Standings.sets(settings, situation));
  }

  /** The user's own deploy has set a value back: ours joins that rollout, until it is contested. */
  private Decision reapply(Situation situation, Climb climb) {
    RevertHistory history =
        ContestedRule.afterRevert(history(situation), situation.now(), situation.generation());
    if (ContestedRule.isContested(history, situation.generation())) {
      Notes notes =
          situation
              .books()
              .notes()
              .withReverts(history.reverts())
              .contestedAt(situation.generation());
      return new Decision.Keep(
          DesiredSettings.standingDown(
              situation.books().applied().orElseThrow(),
              situation.workload(),
              FOR_CONTEST,
              situation.now(),
              notes),
          Standings.contested(situation));
    }
    Optional<Decision.Rest> holdUp = gate.holdUp(situation, RolloutPurpose.REAPPLY);
    if (holdUp.isPresent()) {
      return holdUp.get();
    }
    DesiredSettings settings =
        Wanted.of(
            situation,
            FOR_REAPPLY,
            notes(situation, climb).withoutContest().withReverts(history.reverts()));
    return new Decision.Roll(
        settings,
        RolloutPurpose.REAPPLY,
        Deed.Kind.REAPPLY,
        "A deploy had set values back, so they are set again within its rollout: "
            + Standings.sets(settings, situation));
  }
}
