package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.LadderMove.Change;
import dev.plimsoll.core.decide.LadderMove.Kind;
import dev.plimsoll.core.decide.LadderMove.Stay;
import dev.plimsoll.core.model.BrakeTerms;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.DegradeTerms;
import dev.plimsoll.core.model.GuardAction;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * A month of trouble, whatever its pattern, moves a plan seldom. With the default hold of an hour
 * no month holds more than 22 returns: the holds of returns that fail one after the other double,
 * and to have them forgotten takes a week. Each return undoes at most one way down, whose steps are
 * the workers, the smallest plan, the brake and the degraded variables.
 */
class LadderMonthTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration TICK = Duration.ofMinutes(5);
  private static final int MOST_RETURNS = 22;
  private static final int WORKERS = 4;
  private static final int STEPS_DOWN = WORKERS - 1 + 3;
  private static final Restraint.Target TARGET =
      new Restraint.Target(Bytes.ofMebi(512), 1, Map.of("workers", WORKERS));
  private static final LadderTerms TERMS =
      new LadderTerms(
          new BrakeTerms(3, Duration.ofMinutes(10)),
          Duration.ofHours(1),
          Optional.of(new DegradeTerms(Duration.ofMinutes(5), Map.of("REALTIME", "off"))),
          List.of(GuardAction.REDUCE_PLAN));

  /** What the pods do at a moment, knowing what the ladder is up to. */
  private interface Trouble {
    PodPressure at(Instant now, Ladder ladder);
  }

  private static Map<Kind, Integer> month(Trouble trouble) {
    Map<Kind, Integer> changes = new EnumMap<>(Kind.class);
    Ladder ladder = Ladder.FREE;
    for (Instant now = START; now.isBefore(START.plus(MONTH)); now = now.plus(TICK)) {
      switch (LadderRule.next(question(now, ladder, trouble.at(now, ladder)))) {
        case Stay(Ladder next, Optional<Instant> _) -> ladder = next;
        case Change(Ladder next, Kind kind, String _) -> {
          ladder = next;
          changes.merge(kind, 1, Integer::sum);
        }
      }
    }
    return changes;
  }

  private static LadderQuestion question(Instant now, Ladder ladder, PodPressure pod) {
    int workers =
        ladder
            .held()
            .map(
                restraint ->
                    switch (restraint.extent()) {
                      case Extent.Whole _ -> WORKERS;
                      case Extent.Workers(int most) -> most;
                      case Extent.Smallest _, Extent.Braked _ -> 1;
                    })
            .orElse(WORKERS);
    return new LadderQuestion(TERMS, ladder, List.of(pod), TARGET, OptionalInt.of(workers), 1, now);
  }

  private static PodPressure cascade(Instant now) {
    return Pods.killed("a", now.minusSeconds(9), now.minusSeconds(6), now.minusSeconds(3));
  }

  private static void assertSeldom(Map<Kind, Integer> changes) {
    int returns = changes.getOrDefault(Kind.RESTORE, 0);
    assertThat(returns).isLessThanOrEqualTo(MOST_RETURNS);
    assertThat(changes.values().stream().mapToInt(Integer::intValue).sum())
        .isLessThanOrEqualTo(returns + (returns + 1) * STEPS_DOWN);
    assertThat(changes.getOrDefault(Kind.BRAKE, 0)).isLessThanOrEqualTo(returns + 1);
  }

  /** Trouble of any kind at any rate, while the plan is whole and while it is not. */
  @Property(tries = 60)
  void anyTrouble(
      @ForAll long seed,
      @ForAll @DoubleRange(max = 0.5) double whenWhole,
      @ForAll @DoubleRange(max = 0.05) double whenHeldBack) {
    Random random = new Random(seed);
    assertSeldom(
        month(
            (now, ladder) -> {
              if (random.nextDouble() >= (ladder.held().isEmpty() ? whenWhole : whenHeldBack)) {
                return Pods.calm("a");
              }
              return switch (random.nextInt(4)) {
                case 0 -> cascade(now);
                case 1 -> Pods.killed("a", now);
                case 2 -> Pods.bound("a", 1 + random.nextInt(WORKERS));
                default -> Pods.aboveSoft("a", now.minus(Duration.ofMinutes(6)), now);
              };
            }));
  }

  /** Trouble that knows the rule: it waits so long after each return, now and then for a week. */
  @Property(tries = 200)
  void knowingTrouble(
      @ForAll @LongRange(max = 6_000) long minutesAfterReturn,
      @ForAll @IntRange(min = 1, max = 12) int failuresUntilPatience) {
    assertSeldom(
        month(
            (now, ladder) ->
                switch (ladder) {
                  case Ladder.Free _ -> cascade(now);
                  case Ladder.Restrained _ -> Pods.calm("a");
                  case Ladder.OnTrial trial
                      when trial.failures() + 1 < failuresUntilPatience
                          && !now.isBefore(
                              trial.since().plus(Duration.ofMinutes(minutesAfterReturn))) ->
                      cascade(now);
                  case Ladder.OnTrial _ -> Pods.calm("a");
                }));
  }

  @Test
  void aDailyPeakBrakesTenTimesInAMonth() {
    Map<Kind, Integer> changes =
        month(
            (now, ladder) -> {
              boolean isPeak = Duration.between(START, now).toMinutes() % (24 * 60) == 12 * 60;
              return isPeak && ladder.held().isEmpty() ? cascade(now) : Pods.calm("a");
            });

    assertThat(changes).containsEntry(Kind.BRAKE, 10);
  }
}
