package dev.plimsoll.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LogScaleTest {
  private static final int MOST_WEIGHT = 800;

  @Property
  void isTheNaturalLogarithm(
      @ForAll @IntRange(min = 1, max = MOST_WEIGHT) int totalWeight,
      @ForAll @IntRange(min = 1, max = 1_000_000) int units) {
    LogScale scale = new LogScale(totalWeight);

    assertThat(scale.ln(1, units) / scale.one()).isCloseTo(Math.log(units), Offset.offset(1e-9));
  }

  @Property
  void seesEqualProductsAsEqual(
      @ForAll @IntRange(min = 1, max = MOST_WEIGHT) int totalWeight,
      @ForAll @IntRange(min = 1, max = 5000) int one,
      @ForAll @IntRange(min = 1, max = 5000) int two,
      @ForAll @IntRange(min = 1, max = 60) int common) {
    LogScale scale = new LogScale(totalWeight);

    assertThat(scale.ln(one * common, two)).isEqualTo(scale.ln(one, two * common));
    assertThat(scale.ln(one, two)).isEqualTo(scale.ln(1, one) + scale.ln(1, two));
  }

  @Test
  void noUnitsAreWorthLessThanAllOthersCouldMakeUpFor() {
    LogScale scale = new LogScale(MOST_WEIGHT);
    long mostOfAllOthers = (MOST_WEIGHT - 1) * scale.ln(1, Integer.MAX_VALUE);

    assertThat(scale.ln(0, 5) + mostOfAllOthers).isNegative();
    assertThat(scale.ln(5, 0)).isEqualTo(scale.ln(0, 5));
    assertThat(Math.multiplyExact(scale.ln(0, 0), (long) MOST_WEIGHT)).isNegative();
  }
}
