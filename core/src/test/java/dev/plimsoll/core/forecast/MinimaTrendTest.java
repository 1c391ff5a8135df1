package dev.plimsoll.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class MinimaTrendTest {
  private static final double MEBI = 1 << 20;

  @Test
  void aSteadyRiseHasItsSlope() {
    assertThat(slope(10, at -> 50 + 2 * at)).isCloseTo(2, within(0.01));
  }

  @Test
  void burstsThatComeAndGoLeaveNoTrace() {
    assertThat(slope(10, at -> at % 1 > 0.5 ? 150 : 50)).isCloseTo(0, within(0.01));
  }

  @Test
  void growthThatHasComeToRestIsNotCarriedOn() {
    assertThat(slope(15, at -> Math.min(50 + 10 * at, 110))).isCloseTo(0, within(0.01));
  }

  @Test
  void oneStepIsNoSlopeOverAWholeWindow() {
    for (int step = 1; step < 15; step++) {
      int when = step;
      assertThat(slope(16, at -> at < when ? 50 : 68)).isCloseTo(0, within(0.01));
    }
  }

  @Test
  void threeSpansAreNeeded() {
    assertThat(trend(2.9, at -> 50 + at).slope()).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void whatWasBeforeARestartIsForgotten() {
    assertThat(trend(10, at -> 50 + at).restarted().slope()).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void aLineIsMetWhenTheSlopeSaysSo() {
    assertThat(TimeToLimit.of(Bytes.ofMebi(200), Bytes.ofMebi(250), OptionalDouble.of(5 * MEBI)))
        .contains(Duration.ofSeconds(10));
  }

  @Test
  void aLineIsNotMetByWhatFallsOrRests() {
    assertThat(TimeToLimit.of(Bytes.ofMebi(200), Bytes.ofMebi(250), OptionalDouble.of(-1)))
        .isEmpty();
    assertThat(TimeToLimit.of(Bytes.ofMebi(200), Bytes.ofMebi(250), OptionalDouble.of(0)))
        .isEmpty();
    assertThat(TimeToLimit.of(Bytes.ofMebi(200), Bytes.ofMebi(250), OptionalDouble.empty()))
        .isEmpty();
  }

  @Test
  void aLineThatIsReachedIsMetNow() {
    assertThat(TimeToLimit.of(Bytes.ofMebi(250), Bytes.ofMebi(250), OptionalDouble.empty()))
        .contains(Duration.ZERO);
  }

  /** MiB per second. */
  private static double slope(double seconds, DoubleUnaryOperator level) {
    return trend(seconds, level).slope().orElseThrow() / MEBI;
  }

  private static MinimaTrend trend(double seconds, DoubleUnaryOperator level) {
    MinimaTrend trend = MinimaTrend.empty(Duration.ofSeconds(1), 15);
    for (int tick = 0; tick < seconds * 10; tick++) {
      trend =
          trend.with(
              Duration.ofMillis(100L * tick),
              new Bytes((long) (level.applyAsDouble(tick / 10.0) * MEBI)));
    }
    return trend;
  }
}
