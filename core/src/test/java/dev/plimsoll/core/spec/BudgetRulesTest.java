package dev.plimsoll.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.AgentTerms;
import dev.plimsoll.core.model.BrakeTerms;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.ConflictPolicy;
import dev.plimsoll.core.model.CpuRule;
import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.core.model.Placement;
import dev.plimsoll.core.model.Reserve;
import dev.plimsoll.core.model.RolloutTerms;
import dev.plimsoll.core.model.TargetRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BudgetRulesTest {

  @Test
  void theSmallestBudgetTakesEveryDefault() {
    Budget budget = accepted(Drafts.smallest()).budget();

    assertThat(budget.target()).isEqualTo(new TargetRef(TargetRef.Kind.DEPLOYMENT, "web"));
    assertThat(budget.container()).isEmpty();
    assertThat(budget.mode()).isEqualTo(Mode.RECOMMEND);
    assertThat(budget.paused()).isEqualTo(Budget.Pause.RUNNING);
    assertThat(budget.memory().limit()).isEmpty();
    assertThat(budget.memory().base()).isEqualTo(Bytes.ofMebi(32));
    assertThat(budget.memory().reserve()).isEqualTo(new Reserve.Share(20));
    assertThat(budget.guard().softPercent()).isEqualTo(85);
    assertThat(budget.guard().hardPercent()).isEqualTo(93);
    assertThat(budget.guard().drain()).isEmpty();
    assertThat(budget.guard().actions())
        .containsExactly(
            GuardAction.RECYCLE_WORKER, GuardAction.SHED_WORKER, GuardAction.REDUCE_PLAN);
    assertThat(budget.rollout())
        .isEqualTo(
            new RolloutTerms(Duration.ofMinutes(15), List.of(), RolloutTerms.Downtime.REFUSED));
    assertThat(budget.restoreAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(budget.brake()).isEqualTo(new BrakeTerms(3, Duration.ofMinutes(10)));
    assertThat(budget.degrade()).isEmpty();
    assertThat(budget.agent().injection()).isEqualTo(AgentTerms.Injection.NONE);
    assertThat(budget.conflicts()).isEqualTo(ConflictPolicy.AUTO);
  }

  @Test
  void workersOfTheSmallestBudgetAreBoundByTheRuleOfThumb() {
    Knob workers = accepted(Drafts.smallest()).budget().knobs().getFirst();

    assertThat(workers.placement()).isEqualTo(new Placement.Variable("WEB_CONCURRENCY", "{value}"));
    assertThat(workers.unitCost()).isEqualTo(Bytes.ofMebi(100));
    assertThat(workers.min()).isEqualTo(1);
    assertThat(workers.step()).isEqualTo(1);
    assertThat(workers.max()).isEqualTo(OptionalInt.empty());
    assertThat(workers.cpu()).contains(new CpuRule(2, 1));
    assertThat(workers.weight()).isEqualTo(1);
  }

  @Test
  void aKnobWithChildrenWeighsFour() {
    Budget budget =
        accepted(
                Drafts.with(
                    Drafts.knob(
                        "pool", Optional.of("POOL"), Optional.of("workers"), Optional.of(10)),
                    Drafts.workers()))
            .budget();

    assertThat(budget.knobs()).extracting(Knob::weight).containsExactly(1, 4);
  }

  @Test
  void oneReadingFindsEverythingThatIsMissing() {
    assertThat(refused(Drafts.empty()))
        .extracting(Violation::field)
        .containsExactly("metadata.name", "spec.targetRef", "spec.runtime");
  }

  @Test
  void everyWrongKnobIsNamedByItsPlace() {
    assertThat(
            refused(
                Drafts.with(
                    Drafts.workers(),
                    Drafts.knob(
                        "Pool", Optional.of("LD_PRELOAD"), Optional.of("jobs"), Optional.of(0)))))
        .extracting(Violation::line)
        .containsExactly(
            "spec.knobs[1].name: is not the name of a knob (\"Pool\"): begin with a lower-case"
                + " letter and use at most 32 letters, digits and dashes",
            "spec.knobs[1].env: decides what the process loads or where it runs (LD_PRELOAD):"
                + " choose a variable that the application reads as a setting",
            "spec.knobs[1].max: is out of range (0): give a number of 1 to 1000000",
            "spec.knobs[1].per: names no knob of this budget (\"jobs\"): use the name of another"
                + " knob");
  }

  @Test
  void aMessageStaysShortAndInOneLineWhateverTheUserWrote() {
    String hostile = "x\n".repeat(50_000);

    assertThat(
            refused(
                Drafts.with(
                    Drafts.knob(
                        hostile, Optional.of(hostile), Optional.of(hostile), Optional.of(1)))))
        .isNotEmpty()
        .allSatisfy(
            violation -> assertThat(violation.line()).hasSizeLessThan(300).doesNotContain("\n"));
  }

  @Test
  void twoKnobsAtTheSamePlaceAreRefusedAlsoWhereOneTakesItFromTheRuntime() {
    assertThat(
            refused(
                Drafts.with(
                    Drafts.workers(),
                    Drafts.knob(
                        "others",
                        Optional.of("WEB_CONCURRENCY"),
                        Optional.empty(),
                        Optional.of(4)))))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.field()).isEqualTo("spec.knobs[1]");
              assertThat(violation.problem()).contains("WEB_CONCURRENCY", "workers");
            });
  }

  private static Resolution.Accepted accepted(BudgetDraft draft) {
    return switch (BudgetRules.resolve(draft)) {
      case Resolution.Accepted accepted -> accepted;
      case Resolution.Refused refused -> throw new AssertionError(refused.violations());
    };
  }

  private static List<Violation> refused(BudgetDraft draft) {
    return switch (BudgetRules.resolve(draft)) {
      case Resolution.Accepted accepted -> throw new AssertionError(accepted.budget());
      case Resolution.Refused refused -> refused.violations();
    };
  }
}
