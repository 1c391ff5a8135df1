package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.crds.v1alpha1.MemoryBudgetStatus;
import dev.plimsoll.operator.meter.ReliefCounts;
import dev.plimsoll.operator.report.Account;
import dev.plimsoll.operator.report.Deed;
import dev.plimsoll.operator.report.EventRecorder;
import dev.plimsoll.operator.report.LastReports;
import dev.plimsoll.operator.report.Notice;
import dev.plimsoll.operator.report.Notices;
import dev.plimsoll.operator.report.StatusFactory;
import dev.plimsoll.operator.report.Usage;
import dev.plimsoll.operator.telemetry.BudgetFigures;
import dev.plimsoll.operator.telemetry.BudgetFigures.Brake;
import dev.plimsoll.operator.telemetry.BudgetFigures.Feasibility;
import dev.plimsoll.operator.telemetry.BudgetKey;
import dev.plimsoll.operator.telemetry.BudgetMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The last step: metrics, events, and the status where its meaning has changed. */
final class Reporter {
  private final BudgetMetrics metrics;
  private final EventRecorder events;
  private final LastReports reports = new LastReports();

  Reporter(BudgetMetrics metrics, EventRecorder events) {
    this.metrics = metrics;
    this.events = events;
  }

  StepResult report(MemoryBudget budget, Pass pass, Instant now) {
    measure(budget, pass);
    events.tell(
        budget,
        Stream.of(
                pass.deeds().stream().map(Deed::notice),
                pass.refusals().stream(),
                Notices.of(pass.account()).stream())
            .flatMap(each -> each)
            .toList());
    MemoryBudgetStatus next =
        StatusFactory.of(
            pass.account(),
            reports.of(budget),
            budget.getMetadata().getGeneration(),
            pass.deeds().stream().map(deed -> deed.action(now)).toList(),
            now);
    return new StepResult(
        Optional.of(next).filter(status -> reports.keep(budget, status)),
        pass.again().map(again -> atLeastSoon(Duration.between(now, again))));
  }

  private static Duration atLeastSoon(Duration wait) {
    return wait.compareTo(Duration.ofMillis(100)) < 0 ? Duration.ofMillis(100) : wait;
  }

  /** Tells one thing outside of a whole report. */
  void tell(MemoryBudget budget, Notice notice) {
    events.tell(budget, List.of(notice));
  }

  void forget(MemoryBudget budget) {
    metrics.forget(key(budget));
    events.forget(budget);
    reports.forget(budget);
  }

  private void measure(MemoryBudget budget, Pass pass) {
    pass.deeds().forEach(deed -> count(key(budget), deed));
    if (pass.account() instanceof Account.Planned planned) {
      metrics.show(key(budget), figures(planned.outcome(), planned));
      count(key(budget), planned.usage());
    } else {
      metrics.hide(key(budget));
    }
  }

  private void count(BudgetKey budget, Usage usage) {
    metrics.countOomKillsUpTo(budget, usage.kills().totals().total());
    ReliefCounts relief = usage.metering().relief();
    relief.recycles().forEach((reason, total) -> metrics.countRecyclesUpTo(budget, reason, total));
    metrics.countShedsUpTo(budget, relief.sheds());
  }

  private void count(BudgetKey budget, Deed deed) {
    if (deed.kind().isEviction()) {
      metrics.countEviction(budget);
    } else {
      metrics.countRollout(budget, deed.kind().cause());
    }
  }

  private static BudgetFigures figures(PlanOutcome outcome, Account.Planned planned) {
    OptionalDouble used =
        planned.usage().unreclaimable().stream().mapToDouble(Bytes::count).findFirst();
    OptionalDouble secondsToLimit =
        planned.usage().timeToLimit().stream().mapToDouble(Duration::toSeconds).findFirst();
    return switch (outcome) {
      case Plan plan ->
          new BudgetFigures(
              Feasibility.FEASIBLE,
              brake(planned),
              plan.limit(),
              plan.total(),
              plan.reserve(),
              used,
              secondsToLimit,
              plan.lines());
      case Infeasible infeasible ->
          new BudgetFigures(
              Feasibility.INFEASIBLE,
              brake(planned),
              infeasible.limit(),
              infeasible.minimumTotal(),
              planned.request().reserve().at(infeasible.limit()),
              used,
              secondsToLimit,
              infeasible.minimum());
    };
  }

  private static Brake brake(Account.Planned planned) {
    return planned.heldBack().ladder().isBraked() ? Brake.ON : Brake.OFF;
  }

  private static BudgetKey key(MemoryBudget budget) {
    return new BudgetKey(budget.getMetadata().getNamespace(), budget.getMetadata().getName());
  }
}
