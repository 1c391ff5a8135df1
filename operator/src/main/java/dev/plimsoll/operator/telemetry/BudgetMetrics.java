package dev.plimsoll.operator.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The series of each budget: a fixed number, and one pair for each of its at most eight knobs. They
 * go when the budget goes. Safe for use by several threads, one budget by one thread at a time.
 */
public final class BudgetMetrics {
  private final MeterRegistry registry;
  private final Map<BudgetKey, Series> series = new ConcurrentHashMap<>();

  public BudgetMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Sets the gauges of a budget. */
  public void show(BudgetKey budget, BudgetFigures figures) {
    of(budget).show(figures);
  }

  /** Takes the gauges of a budget away while there is nothing to say; its counters stay. */
  public void hide(BudgetKey budget) {
    of(budget).hide();
  }

  /**
   * Counts a rollout that we have started.
   *
   * @param reason from a small fixed set
   */
  public void countRollout(BudgetKey budget, String reason) {
    of(budget).count("plimsoll.rollouts", Tags.of("reason", reason), 1);
  }

  /** Counts a pod that we have evicted. */
  public void countEviction(BudgetKey budget) {
    of(budget).count("plimsoll.evictions", Tags.empty(), 1);
  }

  /**
   * Counts OOM kills up to a total, which outlives this process; with none it makes the series
   * known.
   */
  public void countOomKillsUpTo(BudgetKey budget, long total) {
    of(budget).countUpTo("plimsoll.oom.kills", Tags.empty(), total);
  }

  /**
   * Counts workers that the agents have recycled, up to a total of this process.
   *
   * @param reason from a small fixed set
   */
  public void countRecyclesUpTo(BudgetKey budget, String reason, long total) {
    of(budget).countUpTo("plimsoll.recycles", Tags.of("reason", reason), total);
  }

  /** Counts workers that the agents have given up, up to a total of this process. */
  public void countShedsUpTo(BudgetKey budget, long total) {
    of(budget).countUpTo("plimsoll.sheds", Tags.empty(), total);
  }

  /** Removes every series of a budget that is gone. */
  public void forget(BudgetKey budget) {
    Series gone = series.remove(budget);
    if (gone != null) {
      gone.removeAll();
    }
  }

  private Series of(BudgetKey budget) {
    return series.computeIfAbsent(budget, Series::new);
  }

  /** The meters of one budget. */
  private final class Series {
    private final Tags tags;
    private final AtomicReference<BudgetFigures> figures = new AtomicReference<>();
    private final List<Meter> gauges = new ArrayList<>();
    private final Map<Meter.Id, Counter> counters = new ConcurrentHashMap<>();

    Series(BudgetKey budget) {
      tags = Tags.of("namespace", budget.namespace(), "name", budget.name());
    }

    synchronized void show(BudgetFigures next) {
      BudgetFigures before = figures.getAndSet(next);
      if (before == null || !knobs(before).equals(knobs(next))) {
        removeGauges();
        register(next);
      }
    }

    synchronized void hide() {
      removeGauges();
      figures.set(null);
    }

    private void register(BudgetFigures next) {
      gauge("plimsoll.feasible", "", tags, shown -> shown.feasibility().value());
      gauge("plimsoll.braked", "", tags, shown -> shown.brake().value());
      gauge("plimsoll.budget.limit", "bytes", tags, shown -> shown.limit().count());
      gauge("plimsoll.budget.planned", "bytes", tags, shown -> shown.planned().count());
      gauge("plimsoll.budget.reserve", "bytes", tags, shown -> shown.reserve().count());
      gauge("plimsoll.budget.used", "bytes", tags, shown -> shown.used().orElse(Double.NaN));
      gauge(
          "plimsoll.time.to.limit",
          "seconds",
          tags,
          shown -> shown.secondsToLimit().orElse(Double.POSITIVE_INFINITY));
      for (String knob : knobs(next)) {
        Tags ofKnob = tags.and("knob", knob);
        gauge("plimsoll.knob.value", "", ofKnob, shown -> shown.value(knob).orElse(Double.NaN));
        gauge(
            "plimsoll.knob.cost",
            "bytes",
            ofKnob,
            shown -> shown.unitCost(knob).orElse(Double.NaN));
      }
    }

    private void gauge(
        String name, String unit, Tags ofGauge, ToDoubleFunction<BudgetFigures> value) {
      gauges.add(
          Gauge.builder(name, figures, shown -> value.applyAsDouble(shown.get()))
              .tags(ofGauge)
              .baseUnit(unit.isEmpty() ? null : unit)
              .register(registry));
    }

    private static Set<String> knobs(BudgetFigures figures) {
      return figures.knobs().stream().map(line -> line.knob()).collect(Collectors.toSet());
    }

    void count(String name, Tags more, long amount) {
      counter(name, more).increment(amount);
    }

    void countUpTo(String name, Tags more, long total) {
      Counter counter = counter(name, more);
      counter.increment(Math.max(0, total - counter.count()));
    }

    private Counter counter(String name, Tags more) {
      Counter counter = registry.counter(name, tags.and(more));
      counters.put(counter.getId(), counter);
      return counter;
    }

    private void removeGauges() {
      gauges.forEach(registry::remove);
      gauges.clear();
    }

    synchronized void removeAll() {
      removeGauges();
      counters.values().forEach(registry::remove);
    }
  }
}
