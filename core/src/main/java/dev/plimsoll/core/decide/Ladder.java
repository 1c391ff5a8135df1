package dev.plimsoll.core.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a workload stands between its plan and less than it. It comes down at once and goes up
 * again in one step, after a hold without any trouble; each failed return doubles the hold. What
 * was held back once more within a week of its return counts as failed too, so that trouble that
 * comes back each day does not move the plan each day.
 */
public sealed interface Ladder {
  /** Nothing is held back, and nothing was lately. */
  Ladder FREE = new Free();

  /** No hold is longer, unless the user asks for a longer one; and how long a failure counts. */
  Duration LONGEST = Duration.ofDays(7);

  /** Nothing is held back. */
  record Free() implements Ladder {}

  /**
   * The plan is held back.
   *
   * @param troubled when there was trouble last; the hold counts from then
   * @param failures returns that have failed in a row
   */
  record Restrained(Restraint restraint, Instant troubled, int failures) implements Ladder {

    /** When the whole plan may come back, if there is no trouble until then. */
    public Instant due(Duration after) {
      return troubled.plus(hold(after, failures));
    }

    /** The same, with trouble seen at this time. */
    public Restrained troubledAt(Instant time) {
      return time.isAfter(troubled) ? new Restrained(restraint, time, failures) : this;
    }
  }

  /**
   * The whole plan is back.
   *
   * @param former what was held back before
   * @param since when it came back
   * @param failures returns that have failed in a row before this one
   */
  record OnTrial(Restraint former, Instant since, int failures) implements Ladder {

    /** Whether trouble at this time is its failure: it lies within the same hold. */
    public boolean failsBy(Instant trouble, Duration after) {
      return trouble.isAfter(since) && trouble.isBefore(since.plus(hold(after, failures)));
    }

    /** When it no longer matters that anything was held back. */
    Instant forgottenAt(Duration after) {
      Duration hold = hold(after, failures);
      return since.plus(hold.compareTo(LONGEST) > 0 ? hold : LONGEST);
    }
  }

  /**
   * How long there must be no trouble.
   *
   * @param after the budget's own hold, before any failure
   */
  static Duration hold(Duration after, int failures) {
    Duration most = after.compareTo(LONGEST) > 0 ? after : LONGEST;
    Duration hold = after;
    for (int i = 0; i < failures && hold.compareTo(most) < 0; i++) {
      hold = hold.multipliedBy(2);
    }
    return hold.compareTo(most) < 0 ? hold : most;
  }

  /** What is held back now. */
  default Optional<Restraint> held() {
    return this instanceof Restrained(Restraint restraint, Instant _, int _)
        ? Optional.of(restraint)
        : Optional.empty();
  }

  /** Whether the brake is on. */
  default boolean isBraked() {
    return held().filter(restraint -> restraint.extent() instanceof Extent.Braked).isPresent();
  }

  /** After something more is held back. */
  default Restrained restrainedTo(Restraint next, Instant now) {
    int failures =
        switch (this) {
          case Free _ -> 0;
          case Restrained restrained -> restrained.failures();
          case OnTrial trial -> trial.failures() + 1;
        };
    return new Restrained(next, now, failures);
  }

  /**
   * As it is now: a trial is forgotten in the end, and so is all that another plan was up to.
   *
   * @param target the plan that would be in force without any restraint
   * @param after the budget's own hold
   */
  default Ladder at(Instant now, Restraint.Target target, Duration after) {
    return switch (this) {
      case Free _ -> this;
      case Restrained(Restraint restraint, Instant _, int _)
          when target.isAnotherThan(restraint.target()) ->
          FREE;
      case Restrained _ -> this;
      case OnTrial trial
          when target.isAnotherThan(trial.former().target())
              || !now.isBefore(trial.forgottenAt(after)) ->
          FREE;
      case OnTrial _ -> this;
    };
  }
}
