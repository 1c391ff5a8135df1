package dev.plimsoll.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.crds.v1alpha1.ActionStatus;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.crds.v1alpha1.MemoryBudgetStatus;
import dev.plimsoll.operator.report.Account.Blocked;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastReportsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Blocked NO_LIMIT = new Blocked("NoLimit", "There is no limit.");

  private final LastReports reports = new LastReports();

  @Test
  void whatWasDoneOutlivesACacheThatLagsBehindOurWrite() {
    MemoryBudget stale = budget();
    ActionStatus deed = new Deed(Deed.Kind.PLAN, "workers=2").action(NOON);
    reports.keep(stale, report(stale, List.of(deed), NOON));

    MemoryBudgetStatus next = report(stale, List.of(), NOON.plusSeconds(5));

    assertThat(next.recentActions()).containsExactly(deed);
    assertThat(next.conditions())
        .extracting(condition -> condition.getLastTransitionTime())
        .containsOnly(NOON.toString());
  }

  @Test
  void aReportThatTheBudgetCarriesIsNotWrittenAgain() {
    MemoryBudget budget = budget();
    MemoryBudgetStatus status = report(budget, List.of(), NOON);
    assertThat(reports.keep(budget, status)).isTrue();

    budget.setStatus(status);

    assertThat(reports.keep(budget, report(budget, List.of(), NOON.plusSeconds(5)))).isFalse();
  }

  @Test
  void aReportThatTheCacheAloneMakesLookOldIsWritten() {
    MemoryBudget budget = budget();
    MemoryBudgetStatus first = report(budget, List.of(), NOON);
    budget.setStatus(first);
    reports.keep(budget, first);
    reports.keep(
        budget, StatusFactory.of(blocked("NoTarget"), reports.of(budget), 1, List.of(), NOON));

    assertThat(reports.keep(budget, first)).isTrue();
  }

  @Test
  void aBudgetThatIsGoneIsForgotten() {
    MemoryBudget budget = budget();
    reports.keep(budget, report(budget, List.of(), NOON));

    reports.forget(budget);

    assertThat(reports.of(budget)).isEmpty();
  }

  private MemoryBudgetStatus report(MemoryBudget budget, List<ActionStatus> actions, Instant now) {
    return StatusFactory.of(NO_LIMIT, reports.of(budget), 1, actions, now);
  }

  private static Blocked blocked(String reason) {
    return new Blocked(reason, "There is nothing to plan for.");
  }

  private static MemoryBudget budget() {
    MemoryBudget budget = new MemoryBudget();
    budget.getMetadata().setUid("u-1");
    return budget;
  }
}
