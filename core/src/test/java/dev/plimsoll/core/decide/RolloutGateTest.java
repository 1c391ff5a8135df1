package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.RolloutDecision.Go;
import dev.plimsoll.core.decide.RolloutDecision.Reason;
import dev.plimsoll.core.decide.RolloutDecision.Wait;
import dev.plimsoll.core.decide.RolloutSituation.Effect;
import dev.plimsoll.core.decide.RolloutSituation.UnderWay;
import dev.plimsoll.core.model.Budget.Pause;
import dev.plimsoll.core.model.RolloutTerms;
import dev.plimsoll.core.model.RolloutTerms.Downtime;
import dev.plimsoll.core.model.TimeWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RolloutGateTest {
  /** A Wednesday, noon in Berlin. */
  private static final Instant NOON = Instant.parse("2026-07-01T10:00:00Z");

  private static final TimeWindow OFFICE_HOURS =
      new TimeWindow(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(8, 0),
          LocalTime.of(18, 0),
          ZoneId.of("Europe/Berlin"));

  private static final RolloutTerms ALWAYS = terms(Downtime.REFUSED);
  private static final RolloutSituation CALM =
      new RolloutSituation(
          NOON, Optional.empty(), ALWAYS, Pause.RUNNING, UnderWay.NONE, Effect.ROLLING, 0, 2);

  private static RolloutTerms terms(Downtime downtime, TimeWindow... windows) {
    return new RolloutTerms(Duration.ofMinutes(15), List.of(windows), downtime);
  }

  private static RolloutSituation at(Instant now, Optional<Instant> last, RolloutTerms terms) {
    return new RolloutSituation(
        now, last, terms, Pause.RUNNING, UnderWay.NONE, Effect.ROLLING, 0, 2);
  }

  private static RolloutSituation everythingHolds(Pause pause, Effect effect, Downtime downtime) {
    return new RolloutSituation(
        Instant.parse("2026-07-04T10:00:00Z"),
        Optional.of(Instant.parse("2026-07-04T09:59:00Z")),
        terms(downtime, OFFICE_HOURS),
        pause,
        UnderWay.RUNNING,
        effect,
        2,
        2);
  }

  private static RolloutDecision plan(RolloutSituation situation) {
    return RolloutGate.decide(RolloutPurpose.PLAN, situation);
  }

  private static Wait wait(Reason reason, String until) {
    return new Wait(reason, Optional.of(Instant.parse(until)));
  }

  private static Wait wait(Reason reason) {
    return new Wait(reason, Optional.empty());
  }

  @Test
  void opensWhenNothingHolds() {
    assertThat(plan(CALM)).isEqualTo(new Go());
  }

  @Test
  void holdsUntilTheCooldownIsOver() {
    Optional<Instant> last = Optional.of(NOON.minus(Duration.ofMinutes(14)));

    assertThat(plan(at(NOON, last, ALWAYS)))
        .isEqualTo(wait(Reason.COOLDOWN, "2026-07-01T10:01:00Z"));
    assertThat(plan(at(NOON.plusSeconds(60), last, ALWAYS))).isEqualTo(new Go());
  }

  @Test
  void holdsOutsideTheWindowsUntilTheNextOpens() {
    assertThat(
            plan(
                at(
                    Instant.parse("2026-07-03T16:00:00Z"),
                    Optional.empty(),
                    terms(Downtime.REFUSED, OFFICE_HOURS))))
        .isEqualTo(wait(Reason.OUTSIDE_WINDOWS, "2026-07-06T06:00:00Z"));
  }

  @Test
  void namesTheFirstOpeningAfterTheCooldown() {
    assertThat(
            plan(
                at(
                    Instant.parse("2026-07-03T15:55:00Z"),
                    Optional.of(Instant.parse("2026-07-03T15:50:00Z")),
                    terms(Downtime.REFUSED, OFFICE_HOURS))))
        .isEqualTo(wait(Reason.COOLDOWN, "2026-07-06T06:00:00Z"));
  }

  @Test
  void waitsAWeekForAWindowThatTheClocksSkip() {
    TimeWindow night =
        new TimeWindow(
            Set.of(DayOfWeek.SUNDAY),
            LocalTime.of(2, 15),
            LocalTime.of(2, 45),
            ZoneId.of("Europe/Berlin"));

    assertThat(
            plan(
                at(
                    Instant.parse("2026-03-28T12:00:00Z"),
                    Optional.empty(),
                    terms(Downtime.REFUSED, night))))
        .isEqualTo(wait(Reason.OUTSIDE_WINDOWS, "2026-04-05T00:15:00Z"));
  }

  @Test
  void holdsDuringAnotherRollout() {
    assertThat(
            plan(
                new RolloutSituation(
                    NOON,
                    Optional.empty(),
                    ALWAYS,
                    Pause.RUNNING,
                    UnderWay.RUNNING,
                    Effect.ROLLING,
                    0,
                    2)))
        .isEqualTo(wait(Reason.ROLLOUT_UNDER_WAY));
  }

  @Test
  void holdsWhileTheClusterIsBusy() {
    assertThat(
            plan(
                new RolloutSituation(
                    NOON,
                    Optional.empty(),
                    ALWAYS,
                    Pause.RUNNING,
                    UnderWay.NONE,
                    Effect.ROLLING,
                    2,
                    2)))
        .isEqualTo(wait(Reason.CLUSTER_BUSY));
  }

  @ParameterizedTest
  @EnumSource(value = RolloutPurpose.class, names = "PLAN", mode = Mode.EXCLUDE)
  void whatIsUrgentPassesCooldownWindowsRolloutsAndTheClustersShare(RolloutPurpose urgent) {
    assertThat(
            RolloutGate.decide(
                urgent, everythingHolds(Pause.RUNNING, Effect.ROLLING, Downtime.REFUSED)))
        .isEqualTo(new Go());
  }

  @ParameterizedTest
  @EnumSource(RolloutPurpose.class)
  void aPausedBudgetHoldsEverything(RolloutPurpose purpose) {
    assertThat(
            RolloutGate.decide(
                purpose, everythingHolds(Pause.PAUSED, Effect.ROLLING, Downtime.ALLOWED)))
        .isEqualTo(wait(Reason.PAUSED));
  }

  @ParameterizedTest
  @EnumSource(RolloutPurpose.class)
  void onlyAnUndoTakesEveryPodDownUnasked(RolloutPurpose purpose) {
    assertThat(
            RolloutGate.decide(
                purpose, everythingHolds(Pause.RUNNING, Effect.DISRUPTIVE, Downtime.REFUSED)))
        .isEqualTo(purpose == RolloutPurpose.UNDO ? new Go() : wait(Reason.UNSUPPORTED));
  }

  @Test
  void downtimeIsTakenWhereItIsAllowed() {
    assertThat(
            plan(
                new RolloutSituation(
                    NOON,
                    Optional.empty(),
                    terms(Downtime.ALLOWED),
                    Pause.RUNNING,
                    UnderWay.NONE,
                    Effect.DISRUPTIVE,
                    0,
                    2)))
        .isEqualTo(new Go());
  }

  /** Whatever the week looks like, the named moment is the first at which the gate opens. */
  @Property
  void theGateOpensAtTheNamedMomentAndNotBefore(
      @ForAll @LongRange(min = 0, max = 366L * 86_400) long second,
      @ForAll @IntRange(min = 0, max = 1200) int sinceLast,
      @ForAll DayOfWeek day,
      @ForAll @IntRange(min = 0, max = 23) int from,
      @ForAll @IntRange(min = 0, max = 23) int to) {
    TimeWindow window =
        new TimeWindow(
            Set.of(day), LocalTime.of(from, 30), LocalTime.of(to, 0), ZoneId.of("Europe/Berlin"));
    Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    Optional<Instant> last = Optional.of(now.minusSeconds(sinceLast));
    RolloutTerms terms = terms(Downtime.REFUSED, window);

    switch (plan(at(now, last, terms))) {
      case Go _ -> assertThat(window.isOpenAt(now)).isTrue();
      case Wait held -> {
        Instant until = held.until().orElseThrow();
        assertThat(until).isAfter(now);
        assertThat(plan(at(until, last, terms))).isEqualTo(new Go());
        assertThat(plan(at(until.minusSeconds(1), last, terms))).isInstanceOf(Wait.class);
      }
    }
  }
}
