package dev.plimsoll.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.ReplanDecision.Adopt;
import dev.plimsoll.core.decide.ReplanDecision.Keep;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplanRuleTest {
  private static final PlanBasis BASIS = basis(1, 512);
  private static final AppliedPlan TWO_WORKERS = new AppliedPlan(Map.of("workers", 2), BASIS);
  private static final Bytes SPENDABLE = Bytes.ofMebi(400);
  private static final Infeasible NOTHING_FITS =
      new Infeasible(List.of(), Bytes.ofMebi(600), Bytes.ofMebi(512), SPENDABLE, Bytes.ofMebi(750));

  private static PlanBasis basis(long generation, long limitMebi) {
    return new PlanBasis(
        generation, Bytes.ofMebi(limitMebi), OptionalInt.of(2), 3, Map.of("pool", 5));
  }

  private static Plan plan(int workers) {
    return new Plan(
        List.of(new PlanLine("workers", workers, workers, Bytes.ofMebi(95), PlanLine.Bound.MEMORY)),
        Bytes.ofMebi(60),
        Bytes.ofMebi(512),
        Bytes.ofMebi(112),
        SPENDABLE);
  }

  private static ReplanDecision next(PlanBasis basis, int workers, long appliedCostMebi) {
    return ReplanRule.next(TWO_WORKERS, basis, plan(workers), Bytes.ofMebi(appliedCostMebi));
  }

  @Test
  void theFirstPlanIsAdopted() {
    assertThat(ReplanRule.first(plan(2))).isEqualTo(new Adopt(Adopt.Cause.FIRST_PLAN));
    assertThat(ReplanRule.first(NOTHING_FITS)).isEqualTo(new Keep(Keep.Why.INFEASIBLE));
  }

  @Test
  void whatIsInForceStaysWhereNothingFits() {
    assertThat(ReplanRule.next(TWO_WORKERS, basis(2, 128), NOTHING_FITS, SPENDABLE))
        .isEqualTo(new Keep(Keep.Why.INFEASIBLE));
  }

  @Test
  void theSameValuesNeedNoRolloutWhateverChanged() {
    assertThat(next(basis(9, 2048), 2, 600)).isEqualTo(new Keep(Keep.Why.SAME_VALUES));
  }

  @ParameterizedTest
  @CsvSource({"1", "3"})
  void aChangeThatSomebodyMadeIsFollowedBothWays(int workers) {
    assertThat(next(basis(2, 512), workers, 250)).isEqualTo(new Adopt(Adopt.Cause.SPEC_CHANGED));
    assertThat(next(basis(1, 500), workers, 250)).isEqualTo(new Adopt(Adopt.Cause.LIMIT_CHANGED));
    assertThat(
            next(
                new PlanBasis(1, Bytes.ofMebi(512), OptionalInt.of(2), 6, Map.of("pool", 5)),
                workers,
                250))
        .isEqualTo(new Adopt(Adopt.Cause.WORKLOAD_CHANGED));
    assertThat(
            next(
                new PlanBasis(1, Bytes.ofMebi(512), OptionalInt.of(2), 3, Map.of("pool", 9)),
                workers,
                250))
        .isEqualTo(new Adopt(Adopt.Cause.WORKLOAD_CHANGED));
  }

  @Test
  void estimatesAloneShrinkNothingUntilTenPercentOver() {
    assertThat(next(BASIS, 1, 440)).isEqualTo(new Keep(Keep.Why.WITHIN_TOLERANCE));
    assertThat(next(BASIS, 1, 441)).isEqualTo(new Adopt(Adopt.Cause.OVERRUN));
  }

  @Test
  void estimatesAloneGrowNothing() {
    assertThat(next(BASIS, 3, 250)).isEqualTo(new Keep(Keep.Why.LEFT_TO_RESTORE));
  }
}
