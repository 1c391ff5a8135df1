package dev.plimsoll.core.guard;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the guard has under way, and what came of it before.
 *
 * @param pending what has been asked for and not yet seen done
 * @param settle whether the crew has come to rest
 * @param relief how the recycle that is settling is measured
 * @param drains how long the last recycled workers took to end
 * @param brake whether recycling has been found to help
 * @param bound the most workers that survive here, where fewer than ran were found to
 * @param extra the number of workers to go back to, where one was grown for a recycle
 */
record Course(
    Pending pending,
    Settle settle,
    Optional<Relief> relief,
    List<Duration> drains,
    FutilityBrake brake,
    Optional<GuardStep.WorkerBound> bound,
    Optional<Extra> extra) {
  /** A master that has not done by then what it was asked for will not. */
  private static final Duration UNHEARD = Duration.ofSeconds(60);

  Course {
    drains = List.copyOf(drains);
  }

  static Course fresh() {
    return new Course(
        new Pending.Nothing(),
        Settle.done(),
        Optional.empty(),
        List.of(),
        FutilityBrake.open(),
        Optional.empty(),
        Optional.empty());
  }

  /** How long a worker takes to finish its requests, at most; empty before one was recycled. */
  Optional<Duration> drainTime() {
    return drains.isEmpty() ? Optional.empty() : Optional.of(Collections.max(drains));
  }

  /** The course after what happened between two readings. */
  Course with(Seen before, Seen now, Changes changes, GuardPolicy policy, Duration at) {
    return ended(before, now, changes, at).expired(policy, at).settling(now, at);
  }

  /** A worker has come or gone: settles, and notes what that ends. */
  private Course ended(Seen before, Seen now, Changes changes, Duration at) {
    if (changes.isEmpty()) {
      return this;
    }
    int crew = now.crew().size();
    return switch (pending) {
      case Pending.Draining draining when changes.lost(draining.victim()) ->
          victimGone(draining.victim(), draining.crew(), before, at)
              .tookToDrain(at.minus(draining.since()));
      case Pending.Killing killing when changes.lost(killing.victim()) ->
          victimGone(killing.victim(), killing.crew(), before, at);
      case Pending.Shedding shedding when crew < shedding.crew() ->
          with(new Pending.Nothing(), Settle.from(at, crew));
      case Pending.Growing growing when crew > growing.crew() ->
          with(new Pending.Nothing(), Settle.from(at, crew));
      case Pending.Nothing _,
          Pending.Draining _,
          Pending.Killing _,
          Pending.Shedding _,
          Pending.Growing _ ->
          with(pending, Settle.from(at, wanted(before, now)));
    };
  }

  /** A worker that went on its own is waited for; one that came belongs to the crew. */
  private int wanted(Seen before, Seen now) {
    int present = Math.max(before.crew().size(), now.crew().size());
    return settle.isOver() ? present : Math.max(settle.crew(), now.crew().size());
  }

  private Course victimGone(ProcessId victim, int crew, Seen before, Duration at) {
    return new Course(
        new Pending.Nothing(),
        Settle.from(at, crew),
        Relief.from(before, victim),
        drains,
        brake,
        bound,
        extra.map(Extra::used));
  }

  private Course tookToDrain(Duration taken) {
    return new Course(pending, settle, relief, Remembered.with(drains, taken), brake, bound, extra);
  }

  /** Gives up on what should long have happened. */
  private Course expired(GuardPolicy policy, Duration at) {
    boolean over =
        switch (pending) {
          case Pending.Nothing _, Pending.Draining _ -> false;
          case Pending.Killing killing -> isUnheard(killing.since(), at);
          case Pending.Shedding shedding -> isUnheard(shedding.since().plus(policy.drain()), at);
          case Pending.Growing growing -> isUnheard(growing.since(), at);
        };
    return over ? with(new Pending.Nothing(), settle).without(pending) : this;
  }

  private static boolean isUnheard(Duration since, Duration at) {
    return at.minus(since).compareTo(UNHEARD) > 0;
  }

  private Course without(Pending unheard) {
    return unheard instanceof Pending.Growing
        ? new Course(pending, settle, relief, drains, brake, bound, Optional.empty())
        : this;
  }

  private Course settling(Seen now, Duration at) {
    Settle next = settle.with(at, now.crew().workers());
    if (!next.isOver() || relief.isEmpty()) {
      return next == settle ? this : with(pending, next);
    }
    return new Course(
        pending,
        next,
        Optional.empty(),
        drains,
        brake.after(relief.get().recycled(now)),
        bound,
        extra);
  }

  /** The same with another thing under way. */
  Course with(Pending asked, Settle rest) {
    return new Course(asked, rest, relief, drains, brake, bound, extra);
  }

  Course with(FutilityBrake next) {
    return new Course(pending, settle, relief, drains, next, bound, extra);
  }

  Course with(GuardStep.WorkerBound found) {
    return new Course(pending, settle, relief, drains, brake, Optional.of(found), extra);
  }

  Course with(Optional<Extra> next) {
    return new Course(pending, settle, relief, drains, brake, bound, next);
  }

  /** Nothing of this server, limit or plan is known to be futile. */
  Course startedAnew() {
    return new Course(
        pending, settle, relief, drains, FutilityBrake.open(), Optional.empty(), Optional.empty());
  }
}
