package dev.plimsoll.core.plan;

import static dev.plimsoll.core.plan.KnobDraft.knob;
import static dev.plimsoll.core.plan.Requests.request;
import static dev.plimsoll.core.plan.Requests.withCpus;
import static dev.plimsoll.core.plan.Requests.withFixed;
import static dev.plimsoll.core.plan.Requests.withReserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.model.Reserve;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LimitAdviceTest {
  private static final Bytes MIB = Bytes.ofMebi(1);

  private static PlanRequest ofOneKnob(KnobDraft knob) {
    return withReserve(request(MIB, MIB, knob), new Reserve.Fixed(Bytes.ofMebi(100)), 95);
  }

  @Test
  void addsAFixedReserve() {
    LimitAdvice advice = LimitAdvice.of(ofOneKnob(knob("workers", 100).range(1, 3)));

    assertThat(advice.forMinimum()).isEqualTo(Bytes.ofMebi(201));
    assertThat(advice.forFull()).contains(Bytes.ofMebi(401));
  }

  @Test
  void staysBelowTheSoftLine() {
    LimitAdvice advice = LimitAdvice.of(ofOneKnob(knob("workers", 950).range(2, 2)));

    // 1901Mi are 95 % of 2001.05Mi, which leaves more than the reserve.
    assertThat(advice.forMinimum()).isBetween(Bytes.ofMebi(2001), Bytes.ofMebi(2002));
  }

  @Test
  void knowsNoFullPlanWhereNothingBoundsAKnob() {
    PlanRequest open = ofOneKnob(knob("workers", 100).cpu(1, 1));

    assertThat(LimitAdvice.of(open).forFull()).isEmpty();
    assertThat(LimitAdvice.of(withCpus(open, 2)).forFull()).contains(Bytes.ofMebi(401));
    assertThat(LimitAdvice.of(withFixed(open, Map.of("workers", 2))).forFull())
        .contains(Bytes.ofMebi(301));
    assertThat(LimitAdvice.of(ofOneKnob(knob("workers", 100).maxTotal(4))).forFull())
        .contains(Bytes.ofMebi(501));
  }

  @Test
  void saysThatAReserveOfEverythingLeavesNothing() {
    PlanRequest request =
        withReserve(request(MIB, MIB, knob("workers", 1).max(3)), new Reserve.Share(100), 85);

    assertThatThrownBy(() -> LimitAdvice.of(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lower the reserve");
  }

  @Property
  void isTightForAnyShare(
      @ForAll @LongRange(min = 1, max = 1L << 45) long total,
      @ForAll @DoubleRange(min = 0, max = 99) @Scale(2) double reserve,
      @ForAll @IntRange(min = 50, max = 95) int softPercent) {
    PlanRequest request =
        withReserve(
            request(MIB, MIB, knob("workers", 1).max(3)), new Reserve.Share(reserve), softPercent);

    Bytes limit = LimitAdvice.smallestLimit(request, new Bytes(total));

    assertThat(request.withLimit(limit).spendable().count()).isGreaterThanOrEqualTo(total);
    assertThat(request.withLimit(new Bytes(limit.count() - 1)).spendable().count())
        .isLessThan(total);
  }

  @Property
  void isTightForAnyAmount(
      @ForAll @LongRange(min = 1, max = 1L << 45) long total,
      @ForAll @LongRange(min = 0, max = 1L << 45) long reserve,
      @ForAll @IntRange(min = 50, max = 95) int softPercent) {
    PlanRequest request =
        withReserve(
            request(MIB, MIB, knob("workers", 1).max(3)),
            new Reserve.Fixed(new Bytes(reserve)),
            softPercent);

    Bytes limit = LimitAdvice.smallestLimit(request, new Bytes(total));

    assertThat(request.withLimit(limit).spendable().count()).isGreaterThanOrEqualTo(total);
    assertThat(request.withLimit(new Bytes(limit.count() - 1)).spendable().count())
        .isLessThan(total);
  }
}
