package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.Ladder.OnTrial;
import dev.plimsoll.core.decide.Ladder.Restrained;
import dev.plimsoll.core.decide.LadderMove.Change;
import dev.plimsoll.core.decide.LadderMove.Kind;
import dev.plimsoll.core.decide.LadderMove.Stay;
import dev.plimsoll.core.model.BrakeTerms;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.DegradeTerms;
import dev.plimsoll.core.model.GuardAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LadderRuleTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Restraint.Target TARGET =
      new Restraint.Target(Bytes.ofMebi(512), 4, Map.of("workers", 4));
  private static final LadderTerms TERMS =
      new LadderTerms(
          new BrakeTerms(3, Duration.ofMinutes(10)),
          HOUR,
          Optional.of(new DegradeTerms(Duration.ofMinutes(5), Map.of("REALTIME", "off"))),
          List.of(GuardAction.REDUCE_PLAN));

  private static LadderMove next(Ladder ladder, PodPressure... pods) {
    return next(TERMS, ladder, TARGET, pods);
  }

  private static LadderMove next(
      LadderTerms terms, Ladder ladder, Restraint.Target target, PodPressure... pods) {
    return LadderRule.next(
        new LadderQuestion(terms, ladder, List.of(pods), target, OptionalInt.of(4), 1, NOW));
  }

  private static Restraint restraint(Extent extent) {
    return new Restraint(extent, "of a test", ago(Duration.ofDays(1)), Optional.empty(), TARGET);
  }

  private static Restrained restrained(Extent extent, Duration calmFor, int failures) {
    return new Restrained(restraint(extent), ago(calmFor), failures);
  }

  private static Instant ago(Duration span) {
    return NOW.minus(span);
  }

  private static PodPressure cascade() {
    return Pods.killed("a", NOW.minusSeconds(30), NOW.minusSeconds(20), NOW.minusSeconds(5));
  }

  private static Change change(LadderMove move) {
    assertThat(move).isInstanceOf(Change.class);
    return (Change) move;
  }

  private static Restraint after(Change change) {
    return change.ladder().held().orElseThrow();
  }

  @Test
  void aCascadeBrakesOnceAndThenNothingMovesUntilCalm() {
    Change change = change(next(Ladder.FREE, cascade(), Pods.bound("b", 2)));

    assertThat(change.kind()).isEqualTo(Kind.BRAKE);
    assertThat(after(change).extent()).isEqualTo(new Extent.Braked());
    assertThat(next(change.ladder(), cascade(), Pods.bound("b", 2), Pods.bound("c", 2)))
        .isInstanceOf(Stay.class);
  }

  @Test
  void theBrakeGoesBeyondAReductionAndKeepsWhatIsDegraded() {
    Restraint degraded =
        restraint(new Extent.Workers(2)).degraded(new Restraint.Degraded(NOW, "pressure"));

    Change change = change(next(new Restrained(degraded, NOW, 2), cascade()));

    assertThat(after(change).extent()).isEqualTo(new Extent.Braked());
    assertThat(after(change).degraded()).isPresent();
    assertThat(((Restrained) change.ladder()).failures()).isEqualTo(2);
  }

  @Test
  void aReductionGoesWhereItIsAllowed() {
    Change change = change(next(Ladder.FREE, Pods.bound("a", 2)));
    assertThat(change.kind()).isEqualTo(Kind.REDUCE);
    assertThat(after(change).extent()).isEqualTo(new Extent.Workers(2));

    LadderTerms without =
        new LadderTerms(TERMS.brake(), HOUR, Optional.empty(), List.of(GuardAction.RECYCLE_WORKER));
    assertThat(next(without, Ladder.FREE, TARGET, Pods.bound("a", 2))).isInstanceOf(Stay.class);
  }

  @Test
  void whatIsSmallestIsNotReduced() {
    assertThat(next(restrained(new Extent.Smallest(), Duration.ZERO, 0), Pods.bound("a", 1)))
        .isInstanceOf(Stay.class);
  }

  @Test
  void sustainedPressureDegradesOnceAndUntilThenItIsLookedAtAgain() {
    PodPressure above = Pods.aboveSoft("a", ago(Duration.ofMinutes(4)), NOW);
    assertThat(((Stay) next(Ladder.FREE, above)).again()).hasValue(NOW.plusSeconds(60));

    PodPressure longAbove = Pods.aboveSoft("a", ago(Duration.ofMinutes(5)), NOW);
    Change change = change(next(Ladder.FREE, longAbove));
    assertThat(change.kind()).isEqualTo(Kind.DEGRADE);
    assertThat(after(change).extent()).isEqualTo(new Extent.Whole());
    assertThat(next(change.ladder(), longAbove)).isInstanceOf(Stay.class);
  }

  @Test
  void pressureOfFewerThanHalfDegradesNothing() {
    PodPressure above = Pods.aboveSoft("a", ago(Duration.ofHours(4)), NOW);

    assertThat(next(Ladder.FREE, above, Pods.calm("b"), Pods.calm("c"))).isInstanceOf(Stay.class);
  }

  @Test
  void theWholePlanComesBackAfterACalmHold() {
    Ladder early = restrained(new Extent.Workers(2), HOUR.minusSeconds(1), 0);
    assertThat(((Stay) next(early, Pods.calm("a"))).again()).hasValue(NOW.plusSeconds(1));

    Change change = change(next(restrained(new Extent.Workers(2), HOUR, 0), Pods.calm("a")));
    assertThat(change.kind()).isEqualTo(Kind.RESTORE);
    assertThat(change.ladder().held()).isEmpty();
  }

  @Test
  void eachFailureDoublesTheHoldUpToAWeek() {
    assertThat(Ladder.hold(HOUR, 0)).isEqualTo(HOUR);
    assertThat(Ladder.hold(HOUR, 3)).isEqualTo(Duration.ofHours(8));
    assertThat(Ladder.hold(HOUR, 1_000)).isEqualTo(Duration.ofDays(7));
    assertThat(Ladder.hold(Duration.ofDays(30), 3)).isEqualTo(Duration.ofDays(30));
    assertThat(next(restrained(new Extent.Braked(), Duration.ofHours(7), 3), Pods.calm("a")))
        .isInstanceOf(Stay.class);
  }

  @Test
  void troubleRestartsTheHoldAndIsRememberedOnceItMatters() {
    Restrained ladder = restrained(new Extent.Workers(2), HOUR, 0);
    Instant trouble = ago(Duration.ofMinutes(10));

    Stay stay = (Stay) next(ladder, Pods.killed("a", trouble));
    assertThat(stay.again()).hasValue(trouble.plus(HOUR));
    assertThat(stay.ladder()).isEqualTo(new Restrained(ladder.restraint(), trouble, 0));

    Stay sooner =
        (Stay) next(stay.ladder(), Pods.killed("a", trouble, trouble.plus(Duration.ofMinutes(5))));
    assertThat(sooner.ladder()).isEqualTo(stay.ladder());
    assertThat(sooner.again()).hasValue(trouble.plus(Duration.ofMinutes(65)));
  }

  @Test
  void troubleWithinTheHoldAfterAReturnIsAFailure() {
    OnTrial trial = new OnTrial(restraint(new Extent.Workers(2)), ago(Duration.ofMinutes(30)), 1);

    Change change = change(next(trial, Pods.aboveSoft("a", NOW, NOW)));

    assertThat(change.kind()).isEqualTo(Kind.FALL_BACK);
    assertThat(change.ladder()).isEqualTo(new Restrained(restraint(new Extent.Workers(2)), NOW, 2));
    assertThat(next(trial, Pods.killed("a", ago(Duration.ofMinutes(31))))).isEqualTo(stay(trial));
  }

  private static Stay stay(Ladder ladder) {
    return new Stay(ladder, Optional.empty());
  }

  @Test
  void whatIsHeldBackAgainWithinAWeekHasFailedToo() {
    OnTrial trial = new OnTrial(restraint(new Extent.Workers(2)), ago(Duration.ofDays(6)), 1);
    assertThat(((Restrained) change(next(trial, cascade())).ladder()).failures()).isEqualTo(2);

    OnTrial old = new OnTrial(restraint(new Extent.Workers(2)), ago(Duration.ofDays(7)), 1);
    assertThat(((Restrained) change(next(old, cascade())).ladder()).failures()).isZero();
    assertThat(next(old, Pods.calm("a"))).isEqualTo(stay(Ladder.FREE));
  }

  @Test
  void anotherPlanByItsUsersWillStartsAnew() {
    Restrained ladder = restrained(new Extent.Braked(), Duration.ZERO, 3);
    var largerLimit = new Restraint.Target(Bytes.ofMebi(1024), 4, TARGET.values());
    var smallerLimit = new Restraint.Target(Bytes.ofMebi(256), 4, Map.of("workers", 1));
    var otherCosts = new Restraint.Target(Bytes.ofMebi(512), 5, Map.of("workers", 3));
    var otherMode = new Restraint.Target(Bytes.ofMebi(512), 5, TARGET.values());
    var otherReplicas = new Restraint.Target(Bytes.ofMebi(512), 4, Map.of("workers", 3));

    assertThat(next(TERMS, ladder, largerLimit, Pods.calm("a"))).isEqualTo(stay(Ladder.FREE));
    assertThat(next(TERMS, ladder, otherCosts, Pods.calm("a"))).isEqualTo(stay(Ladder.FREE));
    for (Restraint.Target same : List.of(smallerLimit, otherMode, otherReplicas)) {
      assertThat(((Stay) next(TERMS, ladder, same, Pods.calm("a"))).ladder()).isEqualTo(ladder);
    }
  }
}
