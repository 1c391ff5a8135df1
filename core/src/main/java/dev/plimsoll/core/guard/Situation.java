package dev.plimsoll.core.guard;

import dev.plimsoll.core.forecast.TimeToLimit;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;
import dev.plimsoll.core.runtime.ProcessModel.Succession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** One reading in the light of all before it: what the rules look at. */
record Situation(
    GuardPolicy policy,
    MasterAndWorkers model,
    ProcessId master,
    Bytes masterPrivate,
    Levels levels,
    Seen seen,
    Course course,
    Duration at) {
  private static final Duration UNSEEN_DRAIN = Duration.ofSeconds(2);
  private static final Duration UNSEEN_BOOT = Duration.ofSeconds(5);

  Phase phase() {
    return levels.isLast(steepest()) && !Leaps.endBelowLimit(this)
        ? Phase.LAST
        : levels.isDanger()
            ? Phase.DANGER
            : levels.isWatch() || meetsHardTooSoon() ? Phase.WATCH : Phase.CALM;
  }

  boolean isDanger() {
    return levels.isDanger();
  }

  List<WorkerTrack> workers() {
    return seen.crew().workers();
  }

  int count() {
    return seen.crew().size();
  }

  Bytes unreclaimable() {
    return levels.unreclaimable();
  }

  /** Zero where none was seen booting: then all of a worker counts as excess. */
  Bytes fresh() {
    return seen.learned().freshSize().orElse(Bytes.ZERO);
  }

  Bytes excess(WorkerTrack worker) {
    return worker.privateBytes().minusOrZero(fresh());
  }

  /** The same without what has been there for less than half a second. */
  Bytes heldExcess(WorkerTrack worker) {
    return worker.held().minusOrZero(fresh());
  }

  Bytes excess() {
    return sum(this::excess);
  }

  Bytes heldExcess() {
    return sum(this::heldExcess);
  }

  private Bytes sum(Function<WorkerTrack, Bytes> part) {
    Bytes sum = Bytes.ZERO;
    for (WorkerTrack worker : workers()) {
      sum = sum.plus(part.apply(worker));
    }
    return sum;
  }

  /** What is there beside the workers' private memory. */
  Bytes rest() {
    return unreclaimable().minusOrZero(seen.crew().privateBytes());
  }

  /** The same without the master's private memory. */
  Bytes shared() {
    return rest().minusOrZero(masterPrivate);
  }

  Bytes burst() {
    return seen.learned().burst().at(at);
  }

  /**
   * How many workers' fresh sizes and as much of {@code each} beside the rest stay below a line.
   */
  int fitting(Bytes line, Bytes each) {
    Bytes one = fresh().plus(each);
    return one.equals(Bytes.ZERO)
        ? count()
        : (int) Math.max(1, line.minusOrZero(rest()).count() / one.count());
  }

  /** A worker's fresh size is more than its part of the soft line: recycling cannot go below it. */
  boolean isFreshAboveShare() {
    return seen.learned().freshSize().isPresent()
        && rest().plus(fresh().times(count())).isMoreThan(levels.soft());
  }

  boolean isSettled() {
    return course.settle().isOver() && course.pending() instanceof Pending.Nothing;
  }

  boolean allows(GuardAction action) {
    return policy.actions().contains(action);
  }

  /** At the slope of the last seconds; of the last half second while there are too few of them. */
  Optional<Duration> timeToLimit() {
    return TimeToLimit.of(unreclaimable(), levels.limit(), slope());
  }

  /** At the slope of the last seconds alone: what can be told without alarming anyone by a leap. */
  Optional<Duration> forecast() {
    return TimeToLimit.of(unreclaimable(), levels.limit(), seen.trends().slope());
  }

  Optional<Duration> timeToHard() {
    return TimeToLimit.of(unreclaimable(), recycleLine(), seen.trends().slope());
  }

  /** The hard line; lower where a successor that comes first would not fit beside all others. */
  Bytes recycleLine() {
    return model.succession() == Succession.BEFORE_THE_OLD_ENDS
        ? levels.hard().min(levels.last().minusOrZero(Recycling.bootPeak(this)))
        : levels.hard();
  }

  /** As far below {@link #recycleLine} as the soft line is below the hard one. */
  private boolean isNearRecycleLine() {
    return unreclaimable().plus(levels.hard().minusOrZero(levels.soft())).isMoreThan(recycleLine());
  }

  OptionalDouble slope() {
    OptionalDouble seconds = seen.trends().slope();
    return seconds.isPresent() ? seconds : steepest();
  }

  OptionalDouble steepest() {
    return seen.trends().steepest(unreclaimable());
  }

  /** The hard line is nearer than a recycle takes. */
  boolean meetsHardTooSoon() {
    return isSettled()
        && (course.drainTime().isPresent() || isNearRecycleLine())
        && hasRisenForLong()
        && timeToHard().filter(time -> time.compareTo(recycleTime()) <= 0).isPresent();
  }

  /** The further ahead it is looked, the longer it is looked back: one step is no slope. */
  private boolean hasRisenForLong() {
    long needed = Math.clamp(recycleTime().toSeconds() / 2, 3, Trends.SECONDS);
    return seen.trends().seconds().closed().size() >= needed;
  }

  /** Until a worker has ended, by what the last ones took, and another is up. */
  Duration recycleTime() {
    Duration drain =
        course.drainTime().map(taken -> taken.multipliedBy(3).dividedBy(2)).orElse(UNSEEN_DRAIN);
    return (drain.compareTo(policy.drain()) > 0 ? policy.drain() : drain)
        .plus(seen.learned().bootTime().orElse(UNSEEN_BOOT));
  }
}
