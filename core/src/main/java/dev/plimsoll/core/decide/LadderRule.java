package dev.plimsoll.core.decide;

import dev.plimsoll.core.decide.Ladder.OnTrial;
import dev.plimsoll.core.decide.Ladder.Restrained;
import dev.plimsoll.core.decide.LadderMove.Change;
import dev.plimsoll.core.decide.LadderMove.Kind;
import dev.plimsoll.core.decide.LadderMove.Stay;
import dev.plimsoll.core.model.DegradeTerms;
import dev.plimsoll.core.model.GuardAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ladder's next move: the brake before all else, then the fall back of a return that failed,
 * then what the guards ask for, then the degraded variables, and the whole plan once the hold is
 * over. While the brake is on and pods are still being killed nothing moves.
 */
public final class LadderRule {
  /** Trouble is remembered this much of a hold late, so that it is not written at each sight. */
  private static final int FRACTION_OF_HOLD = 10;

  private final LadderQuestion question;
  private final Ladder ladder;
  private final Optional<Instant> trouble;

  private LadderRule(LadderQuestion question) {
    this.question = question;
    this.ladder =
        question.ladder().at(question.now(), question.target(), question.terms().restoreAfter());
    this.trouble = Pressure.lastTrouble(question.pods());
  }

  /** What to do next. */
  public static LadderMove next(LadderQuestion question) {
    return new LadderRule(question).next();
  }

  private LadderMove next() {
    return brake()
        .or(this::fallBack)
        .or(this::untilCalm)
        .or(this::reduce)
        .or(this::degrade)
        .or(this::restore)
        .orElseGet(this::stay);
  }

  private Optional<LadderMove> brake() {
    if (ladder.isBraked()) {
      return Optional.empty();
    }
    return OomBrake.alarm(question.pods(), question.terms().brake(), question.now())
        .map(why -> down(Kind.BRAKE, new Extent.Braked(), why));
  }

  private Change down(Kind kind, Extent extent, String why) {
    Restraint next =
        ladder
            .held()
            .map(restraint -> restraint.to(extent, why, question.target()))
            .orElseGet(
                () ->
                    new Restraint(
                        extent, why, question.now(), Optional.empty(), question.target()));
    return new Change(ladder.restrainedTo(next, question.now()), kind, why);
  }

  private Optional<LadderMove> fallBack() {
    if (!(ladder instanceof OnTrial trial)) {
      return Optional.empty();
    }
    return trouble
        .filter(time -> trial.failsBy(time, question.terms().restoreAfter()))
        .map(_ -> fallBack(trial, question.now()));
  }

  /** What was held back before the trial is held back again. */
  public static Change fallBack(OnTrial trial, Instant now) {
    return new Change(
        trial.restrainedTo(trial.former(), now),
        Kind.FALL_BACK,
        "pods were killed or above their soft line soon after the whole plan had come back");
  }

  private Optional<LadderMove> untilCalm() {
    boolean isBraked = ladder.isBraked();
    return isBraked && !OomBrake.isCalm(question.pods(), question.terms().brake(), question.now())
        ? Optional.of(stay())
        : Optional.empty();
  }

  private Optional<LadderMove> reduce() {
    boolean isAllowed =
        question.terms().actions().contains(GuardAction.REDUCE_PLAN) && !isSmallest();
    return isAllowed
        ? Reduction.asked(question.pods(), question.workers(), question.leastWorkers())
            .map(reduction -> down(Kind.REDUCE, reduction.extent(), reduction.why()))
        : Optional.empty();
  }

  private boolean isSmallest() {
    return ladder
        .held()
        .map(Restraint::extent)
        .filter(extent -> extent instanceof Extent.Braked || extent instanceof Extent.Smallest)
        .isPresent();
  }

  private Optional<LadderMove> degrade() {
    return degradesAt()
        .filter(time -> !time.isAfter(question.now()))
        .map(_ -> degraded(question.terms().degrade().orElseThrow()));
  }

  /** When the degraded variables are due, if the pressure goes on. */
  private Optional<Instant> degradesAt() {
    boolean isDegraded = ladder.held().flatMap(Restraint::degraded).isPresent();
    return question
        .terms()
        .degrade()
        .filter(_ -> !isDegraded)
        .flatMap(terms -> Pressure.sustainedAt(question.pods(), terms.after()));
  }

  private Change degraded(DegradeTerms terms) {
    Instant now = question.now();
    String why =
        "half of the pods or more have been above their soft line for %d s"
            .formatted(terms.after().toSeconds());
    Restraint next =
        ladder
            .held()
            .orElseGet(
                () ->
                    new Restraint(
                        new Extent.Whole(), why, now, Optional.empty(), question.target()))
            .degraded(new Restraint.Degraded(now, why));
    return new Change(ladder.restrainedTo(next, now), Kind.DEGRADE, why);
  }

  private Optional<LadderMove> restore() {
    if (!(troubled() instanceof Restrained restrained)) {
      return Optional.empty();
    }
    Duration after = question.terms().restoreAfter();
    return restrained.due(after).isAfter(question.now())
        ? Optional.empty()
        : Optional.of(
            new Change(
                new OnTrial(restrained.restraint(), question.now(), restrained.failures()),
                Kind.RESTORE,
                "no pod was killed or above its soft line for %d s"
                    .formatted(Ladder.hold(after, restrained.failures()).toSeconds())));
  }

  /** The ladder with the trouble that there has been since. */
  private Ladder troubled() {
    return ladder instanceof Restrained restrained
        ? trouble.map(restrained::troubledAt).orElse(restrained)
        : ladder;
  }

  private Stay stay() {
    Duration after = question.terms().restoreAfter();
    Optional<Instant> due =
        troubled() instanceof Restrained restrained
            ? Optional.of(restrained.due(after))
            : Optional.empty();
    return new Stay(
        toRemember(after),
        Stream.concat(due.stream(), degradesAt().stream())
            .filter(time -> time.isAfter(question.now()))
            .min(Comparator.naturalOrder()));
  }

  private Ladder toRemember(Duration after) {
    if (!(ladder instanceof Restrained known) || !(troubled() instanceof Restrained seen)) {
      return ladder;
    }
    Duration late = Ladder.hold(after, known.failures()).dividedBy(FRACTION_OF_HOLD);
    return seen.troubled().isAfter(known.troubled().plus(late)) ? seen : known;
  }
}
