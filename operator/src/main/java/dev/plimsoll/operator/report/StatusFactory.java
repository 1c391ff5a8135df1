package dev.plimsoll.operator.report;

import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Knob;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.plan.CapacityTable;
import dev.plimsoll.crds.v1alpha1.ActionStatus;
import dev.plimsoll.crds.v1alpha1.CapacityStatus;
import dev.plimsoll.crds.v1alpha1.CostStatus;
import dev.plimsoll.crds.v1alpha1.ForecastStatus;
import dev.plimsoll.crds.v1alpha1.MemoryBudgetStatus;
import dev.plimsoll.crds.v1alpha1.PlanStatus;
import dev.plimsoll.crds.v1alpha1.PlannedKnobStatus;
import dev.plimsoll.crds.v1alpha1.RecommendationStatus;
import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.report.Account.Planned;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a budget's status of what a pass found. Equal findings make an equal status. */
public final class StatusFactory {
  private static final String DECLARED = "Declared";
  private static final String FROM_PLAN = "Plan";
  private static final String FROM_MANIFEST = "Manifest";

  private StatusFactory() {}

  /**
   * The status.
   *
   * @param before the status so far
   * @param generation the budget's, that the account is about
   * @param actions what was done in this pass, newest first
   */
  public static MemoryBudgetStatus of(
      Account account,
      Optional<MemoryBudgetStatus> before,
      long generation,
      List<ActionStatus> actions,
      Instant now) {
    List<Condition> conditions =
        Conditions.of(
            ConditionStates.of(account),
            before.map(MemoryBudgetStatus::conditions).orElse(List.of()),
            generation,
            now);
    List<ActionStatus> recent =
        RecentActions.of(
            actions,
            before.map(MemoryBudgetStatus::recentActions).orElse(List.of()),
            account instanceof Planned planned ? planned.usage().metering() : Metering.PENDING);
    return switch (account) {
      case Planned planned -> planned(planned, generation, before, recent, conditions);
      case Account.Invalid _, Account.Blocked _ ->
          new MemoryBudgetStatus(
              generation,
              null,
              null,
              null,
              before.map(MemoryBudgetStatus::usage).orElse(null),
              null,
              null,
              null,
              absentIfEmpty(recent),
              conditions);
    };
  }

  private static MemoryBudgetStatus planned(
      Planned planned,
      long generation,
      Optional<MemoryBudgetStatus> before,
      List<ActionStatus> actions,
      List<Condition> conditions) {
    return new MemoryBudgetStatus(
        generation,
        planned.limit().amount().toString(),
        planned.outcome() instanceof Plan plan ? plan(planned, plan) : null,
        costs(planned),
        UsageFactory.of(
            planned.usage(), planned.limit().amount(), before.map(MemoryBudgetStatus::usage)),
        forecast(planned.usage(), before.map(MemoryBudgetStatus::forecast)),
        recommendation(planned),
        capacity(planned),
        absentIfEmpty(actions),
        conditions);
  }

  private static ForecastStatus forecast(Usage usage, Optional<ForecastStatus> before) {
    return usage.metering().state() == Metering.State.PENDING
        ? before.orElse(null)
        : Forecasts.of(usage.timeToLimit(), before).orElse(null);
  }

  private static <A> List<A> absentIfEmpty(List<A> list) {
    return list.isEmpty() ? null : list;
  }

  private static PlanStatus plan(Planned planned, Plan plan) {
    return new PlanStatus(
        PlanText.values(plan.lines()),
        plan.lines().stream().map(line -> knob(planned, line)).toList(),
        plan.total().toString(),
        plan.headroom().toString(),
        PlanText.heldBy(plan, planned.request()));
  }

  private static PlannedKnobStatus knob(Planned planned, PlanLine line) {
    return new PlannedKnobStatus(
        line.knob(),
        line.value(),
        planned.effective().get(line.knob()),
        line.cost().toString(),
        line.bound() == PlanLine.Bound.FIXED ? FROM_MANIFEST : FROM_PLAN);
  }

  private static List<CostStatus> costs(Planned planned) {
    List<CostStatus> costs = new ArrayList<>();
    costs.add(new CostStatus("base", planned.request().base().toString(), DECLARED, null));
    for (Knob knob : planned.request().knobs()) {
      costs.add(new CostStatus(knob.name(), knob.unitCost().toString(), DECLARED, null));
    }
    return List.copyOf(costs);
  }

  private static RecommendationStatus recommendation(Planned planned) {
    return new RecommendationStatus(
        QuantityText.roundedUp(planned.advice().forMinimum()),
        planned.advice().forFull().map(QuantityText::roundedUp).orElse(null));
  }

  private static List<CapacityStatus> capacity(Planned planned) {
    return planned.capacity().rows().stream().map(StatusFactory::row).toList();
  }

  private static CapacityStatus row(CapacityTable.Row row) {
    String values =
        switch (row.outcome()) {
          case Plan plan -> PlanText.values(plan.lines());
          case Infeasible _ -> null;
        };
    return new CapacityStatus(row.limit().toString(), values, users(row.users()));
  }

  private static Integer users(OptionalLong users) {
    return users.isPresent() ? (int) Math.min(Integer.MAX_VALUE, users.getAsLong()) : null;
  }
}
