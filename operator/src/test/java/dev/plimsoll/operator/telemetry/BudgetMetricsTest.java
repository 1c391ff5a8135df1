package dev.plimsoll.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.operator.telemetry.BudgetFigures.Feasibility;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BudgetMetricsTest {
  private static final BudgetKey WEB = new BudgetKey("shop", "web");
  private static final BudgetKey JOBS = new BudgetKey("shop", "jobs");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final BudgetMetrics metrics = new BudgetMetrics(registry);

  private static BudgetFigures figures(Feasibility feasibility, PlanLine... lines) {
    return new BudgetFigures(
        feasibility,
        BudgetFigures.Brake.OFF,
        Bytes.ofMebi(512),
        Bytes.ofMebi(395),
        Bytes.ofMebi(102),
        OptionalDouble.of(300e6),
        OptionalDouble.empty(),
        List.of(lines));
  }

  private static PlanLine line(String knob, int value, long mebi) {
    return new PlanLine(knob, value, value, Bytes.ofMebi(mebi), PlanLine.Bound.MEMORY);
  }

  @Test
  void aPlanIsShownInBaseUnits() {
    metrics.show(WEB, figures(Feasibility.FEASIBLE, line("workers", 2, 95)));

    assertThat(registry.scrape())
        .contains("plimsoll_feasible{name=\"web\",namespace=\"shop\"} 1.0")
        .contains("plimsoll_budget_limit_bytes{name=\"web\",namespace=\"shop\"} 5.36870912E8")
        .contains("plimsoll_budget_planned_bytes{name=\"web\",namespace=\"shop\"} 4.1418752E8")
        .contains("plimsoll_budget_reserve_bytes{name=\"web\",namespace=\"shop\"} 1.06954752E8")
        .contains("plimsoll_knob_value{knob=\"workers\",name=\"web\",namespace=\"shop\"} 2.0")
        .contains("plimsoll_knob_cost_bytes{knob=\"workers\",name=\"web\",namespace=\"shop\"}");
  }

  @Test
  void theNextPlanReplacesValuesAndKnobs() {
    metrics.show(WEB, figures(Feasibility.FEASIBLE, line("workers", 2, 95)));
    metrics.show(WEB, figures(Feasibility.FEASIBLE, line("workers", 3, 95)));
    assertThat(registry.scrape()).contains("knob=\"workers\",name=\"web\",namespace=\"shop\"} 3.0");

    metrics.show(WEB, figures(Feasibility.INFEASIBLE, line("pool", 1, 30)));
    assertThat(registry.scrape())
        .contains("plimsoll_feasible{name=\"web\",namespace=\"shop\"} 0.0")
        .contains("plimsoll_knob_value{knob=\"pool\"")
        .doesNotContain("workers");
  }

  @Test
  void countersCountAndSurviveHiding() {
    metrics.countRollout(WEB, "Plan");
    metrics.countRollout(WEB, "Plan");
    metrics.countRollout(WEB, "Undo");
    metrics.countOomKillsUpTo(WEB, 0);
    metrics.hide(WEB);
    metrics.countOomKillsUpTo(WEB, 3);

    assertThat(registry.scrape())
        .contains("plimsoll_rollouts_total{name=\"web\",namespace=\"shop\",reason=\"Plan\"} 2.0")
        .contains("plimsoll_rollouts_total{name=\"web\",namespace=\"shop\",reason=\"Undo\"} 1.0")
        .contains("plimsoll_oom_kills_total{name=\"web\",namespace=\"shop\"} 3.0");
  }

  @Test
  void aBudgetThatIsGoneLeavesNoSeries() {
    metrics.show(WEB, figures(Feasibility.FEASIBLE, line("workers", 2, 95)));
    metrics.countRollout(WEB, "Plan");
    metrics.show(JOBS, figures(Feasibility.FEASIBLE, line("workers", 1, 95)));

    metrics.forget(WEB);

    assertThat(registry.scrape()).doesNotContain("web").contains("name=\"jobs\"");
  }
}
