package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.RolloutDecision;
import dev.plimsoll.core.decide.RolloutGate;
import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.core.decide.RolloutSituation;
import dev.plimsoll.core.decide.RolloutSituation.Effect;
import dev.plimsoll.core.decide.RolloutSituation.UnderWay;
import dev.plimsoll.operator.act.KillLedger;
import dev.plimsoll.operator.act.RolloutSlots;
import dev.plimsoll.operator.apply.AppliedSettings;
import dev.plimsoll.operator.observe.RolloutState;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import dev.plimsoll.operator.observe.RolloutState.Strategy;
import dev.plimsoll.operator.report.Standing;
import dev.plimsoll.operator.report.Standing.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Asks whether a rollout may start now, and says why not. */
final class Gate {
  private static final Duration UNTIL_A_SLOT_MAY_BE_FREE = Duration.ofSeconds(3);

  /** Fewer may be chance. */
  private static final int KILLS_THAT_TELL = 2;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final RolloutSlots slots;
  private final KillLedger kills;

  Gate(RolloutSlots slots, KillLedger kills) {
    this.slots = slots;
    this.kills = kills;
  }

  /** What holds a rollout for this purpose; empty where it may start. */
  Optional<Decision.Rest> holdUp(Situation situation, RolloutPurpose purpose) {
    return switch (RolloutGate.decide(purpose, ask(situation))) {
      case RolloutDecision.Go _ -> Optional.empty();
      case RolloutDecision.Wait wait -> Optional.of(rest(wait, situation.now()));
    };
  }

  private RolloutSituation ask(Situation situation) {
    return new RolloutSituation(
        situation.now(),
        situation.books().applied().map(AppliedSettings::time),
        situation.budget().rollout(),
        situation.budget().paused(),
        underWay(situation),
        effect(situation.workload().rollout()),
        slots.runningBeside(situation.key(), situation.now()),
        slots.most());
  }

  /**
   * A workload whose pods are killed for want of memory before we have set anything will not finish
   * its rollout by itself: the plan is what it lacks.
   */
  private UnderWay underWay(Situation situation) {
    boolean isOver = situation.workload().rollout().progress() == Progress.DONE;
    boolean cannotFinish =
        situation.books().applied().isEmpty() && kills.of(situation.uid()) >= KILLS_THAT_TELL;
    return isOver || cannotFinish ? UnderWay.NONE : UnderWay.RUNNING;
  }

  private static Effect effect(RolloutState rollout) {
    return rollout.strategy() == Strategy.ROLLING_UPDATE && !rollout.paused()
        ? Effect.ROLLING
        : Effect.DISRUPTIVE;
  }

  /** For a slot that another took between the question and the answer. */
  static Decision.Rest noSlot(Instant now) {
    return rest(
        new RolloutDecision.Wait(RolloutDecision.Reason.CLUSTER_BUSY, Optional.empty()), now);
  }

  private static Decision.Rest rest(RolloutDecision.Wait wait, Instant now) {
    String until = wait.until().map(time -> " It goes on at " + TIME.format(time) + ".").orElse("");
    String text = wait.reason().text();
    String message =
        "The plan waits: "
            + Character.toLowerCase(text.charAt(0))
            + text.substring(1)
            + "."
            + until;
    Optional<Instant> again =
        wait.reason() == RolloutDecision.Reason.CLUSTER_BUSY
            ? Optional.of(now.plus(UNTIL_A_SLOT_MAY_BE_FREE))
            : wait.until();
    return new Decision.Rest(
        new Standing(grade(wait.reason()), word(wait.reason()), message), again);
  }

  private static Grade grade(RolloutDecision.Reason reason) {
    return switch (reason) {
      case PAUSED -> Grade.NOT_ASKED;
      case UNSUPPORTED -> Grade.HELD;
      case ROLLOUT_UNDER_WAY, COOLDOWN, OUTSIDE_WINDOWS, CLUSTER_BUSY -> Grade.WAITING;
    };
  }

  private static String word(RolloutDecision.Reason reason) {
    return switch (reason) {
      case PAUSED -> "Paused";
      case UNSUPPORTED -> "RolloutUnsupported";
      case ROLLOUT_UNDER_WAY -> "RolloutUnderWay";
      case COOLDOWN -> "Cooldown";
      case OUTSIDE_WINDOWS -> "OutsideWindows";
      case CLUSTER_BUSY -> "ClusterBusy";
    };
  }
}
