package dev.plimsoll.core.plan;

import static dev.plimsoll.core.plan.KnobDraft.knob;
import static dev.plimsoll.core.plan.Requests.request;
import static dev.plimsoll.core.plan.Requests.withCpus;
import static dev.plimsoll.core.plan.Requests.withReserve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.model.Reserve;
import dev.plimsoll.core.plan.Ledger.CpuRuleState;
import dev.plimsoll.core.plan.Ledger.Entry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {
  // Plans 1/2/1/3, 395Mi of the 409.6Mi that may be spent.
  private static final PlanRequest WORKBENCH =
      request(
          Bytes.ofMebi(60),
          Bytes.ofMebi(512),
          knob("workers", 95).max(4).weight(4),
          knob("pool", 30).per("workers").max(10),
          knob("jobs", 90).max(3),
          knob("requests", 30).range(3, 10).step(2));

  private static final Ledger LEDGER = ledger(WORKBENCH);

  private static Ledger ledger(PlanRequest request) {
    return Ledger.of(request, (Plan) Planner.plan(request));
  }

  private static Entry entry(Ledger ledger, String knob) {
    return ledger.entries().stream()
        .filter(entry -> entry.line().knob().equals(knob))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void accountsForTheWholeLimit() {
    assertThat(LEDGER.limit()).isEqualTo(Bytes.ofMebi(512));
    assertThat(LEDGER.reserve()).isEqualTo(Bytes.ofMebi(512).percent(20));
    assertThat(LEDGER.softLine()).isEqualTo(Bytes.ofMebi(512).percent(85));
    assertThat(LEDGER.spendable()).isEqualTo(WORKBENCH.spendable());
    assertThat(LEDGER.base()).isEqualTo(Bytes.ofMebi(60));
    assertThat(LEDGER.total()).isEqualTo(Bytes.ofMebi(395));
    assertThat(LEDGER.left()).isEqualTo(WORKBENCH.spendable().minusOrZero(Bytes.ofMebi(395)));
  }

  @Test
  void runsDownLineByLine() {
    Bytes afterBase = WORKBENCH.spendable().minusOrZero(Bytes.ofMebi(60));

    assertThat(LEDGER.entries())
        .extracting(Entry::left)
        .containsExactly(
            afterBase.minusOrZero(Bytes.ofMebi(95)),
            afterBase.minusOrZero(Bytes.ofMebi(95 + 60)),
            afterBase.minusOrZero(Bytes.ofMebi(95 + 60 + 90)),
            LEDGER.left());
    assertThat(LEDGER.entries())
        .extracting(Entry::per)
        .containsExactly(
            Optional.empty(), Optional.of("workers"), Optional.empty(), Optional.empty());
  }

  @Test
  void oneMoreParentBringsItsChildren() {
    Ledger.NextStep next = entry(LEDGER, "workers").next();

    assertThat(next.value()).isEqualTo(2);
    assertThat(next.cost()).isEqualTo(Bytes.ofMebi(95 + 2 * 30));
    assertThat(next.missing()).isEqualTo(next.cost().minusOrZero(LEDGER.left()));
  }

  @Test
  void oneMoreChildComesToEachParent() {
    Ledger ledger = ledger(WORKBENCH.withLimit(Bytes.ofMebi(2048)));

    assertThat(entry(ledger, "workers").line().value()).isEqualTo(4);
    assertThat(entry(ledger, "pool").next().cost()).isEqualTo(Bytes.ofMebi(4 * 30));
  }

  @Test
  void stepsAsTheKnobDoes() {
    Ledger.NextStep next = entry(LEDGER, "requests").next();

    assertThat(next.value()).isEqualTo(5);
    assertThat(next.cost()).isEqualTo(Bytes.ofMebi(60));
  }

  @Test
  void namesTheLimitAtWhichOneMoreWouldFit() {
    Ledger.NextStep next = entry(LEDGER, "jobs").next();
    Bytes needed = Bytes.ofMebi(395 + 90);

    assertThat(WORKBENCH.withLimit(next.limit()).spendable()).isGreaterThanOrEqualTo(needed);
    assertThat(WORKBENCH.withLimit(new Bytes(next.limit().count() - 1)).spendable())
        .isLessThan(needed);
  }

  @Test
  void missesNothingWhereMemoryIsNotWhatHolds() {
    Ledger ledger = ledger(WORKBENCH.withLimit(Bytes.ofMebi(8192)));

    assertThat(ledger.entries()).allMatch(entry -> entry.next().missing().equals(Bytes.ZERO));
  }

  @Test
  void tellsWhetherACpuRuleCounted() {
    PlanRequest request =
        request(
            Bytes.ZERO,
            Bytes.ofMebi(512),
            knob("workers", 50).max(4).cpu(1, 1),
            knob("jobs", 50).max(4));

    assertThat(ledger(request).entries())
        .extracting(Entry::cpu)
        .containsExactly(CpuRuleState.NO_CPUS, CpuRuleState.NONE);
    assertThat(entry(ledger(withCpus(request, 1)), "workers").cpu())
        .isEqualTo(CpuRuleState.COUNTED);
  }

  @Test
  void countsAStepBeyondAllMemoryAsMoreThanAnyLimitHolds() {
    PlanRequest request =
        withReserve(
            request(
                Bytes.ZERO,
                Bytes.ofMebi(1L << 24),
                knob("heap", 1L << 24).range(0, 1_000_000).step(1_000_000)),
            new Reserve.Share(99.99),
            50);

    Ledger.NextStep next = entry(ledger(request), "heap").next();

    assertThat(next.missing()).isGreaterThan(Bytes.ZERO);
    assertThat(next.limit()).isGreaterThan(request.limit());
  }
}
