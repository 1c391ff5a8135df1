package dev.plimsoll.core.guard;

import dev.plimsoll.core.runtime.ProcessModel.OnKill;
import java.time.Duration;

/** Ends a drain that is over: the deadline has come, or the limit has. */
final class DrainRule {
  /** A worker without a request ends within this. */
  private static final Duration LEAST = Duration.ofMillis(200);

  private DrainRule() {}

  /** The drain with what is left of its time, which is less in danger. */
  static Pending.Draining shortened(Situation situation, Pending.Draining draining) {
    return situation.isDanger()
        ? draining.by(situation.at().plus(Recycling.drain(situation)))
        : draining;
  }

  static Finding look(Situation situation, Pending.Draining draining) {
    boolean over = situation.at().compareTo(draining.deadline()) >= 0;
    boolean last =
        situation.phase() == Phase.LAST
            && situation.at().minus(draining.since()).compareTo(LEAST) >= 0;
    boolean safe =
        situation.model().onKill() == OnKill.STARTS_ANOTHER
            || situation.model().onKill() == OnKill.GOES_ON_WITHOUT && situation.count() > 1;
    if (!safe || !over && !last) {
      return Finding.nothing();
    }
    return Finding.of(
        over
            ? new Action.Kill(
                draining.victim(),
                Action.KillReason.DRAIN_OVER,
                "worker %d has not ended within %.1f s of its graceful signal"
                    .formatted(
                        draining.victim().pid(),
                        situation.at().minus(draining.since()).toMillis() / 1000.0))
            : new Action.Kill(
                draining.victim(),
                Action.KillReason.LAST_RESORT,
                "the container is at %s and meets it at once; worker %d is draining"
                    .formatted(situation.levels().percent(), draining.victim().pid())));
  }
}
