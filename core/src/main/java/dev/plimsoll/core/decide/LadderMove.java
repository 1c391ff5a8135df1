package dev.plimsoll.core.decide;

import java.time.Instant;
import java.util.Optional;

/** What the ladder does next. */
public sealed interface LadderMove {

  /**
   * The plan stays as it is.
   *
   * @param ladder what to remember
   * @param again when something may be due though nothing happens
   */
  record Stay(Ladder ladder, Optional<Instant> again) implements LadderMove {}

  /**
   * The plan changes, once a rollout for it may start.
   *
   * @param ladder what to remember from then on
   * @param why for people
   */
  record Change(Ladder ladder, Kind kind, String why) implements LadderMove {}

  /** Which way it changes. */
  enum Kind {
    /** The smallest plan, past cooldown and windows. */
    BRAKE,
    /** A smaller plan, because the guards in the pods ask for it. */
    REDUCE,
    /** The budget's degraded variables. */
    DEGRADE,
    /** The whole plan again. */
    RESTORE,
    /** What was held back before is held back again: the return has failed. */
    FALL_BACK
  }
}
