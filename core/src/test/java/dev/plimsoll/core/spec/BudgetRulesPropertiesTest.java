package dev.plimsoll.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.Planner;
import dev.plimsoll.core.runtime.DesiredEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever a user writes is answered, and what is accepted can be planned and written. */
class BudgetRulesPropertiesTest {

  @Property(tries = 500)
  void everyDraftIsAnsweredInLines(@ForAll("drafts") BudgetDraft draft) {
    switch (BudgetRules.resolve(draft)) {
      case Resolution.Accepted(Budget budget, var _) ->
          assertThat(budget.knobs()).hasSize(draft.knobs().size());
      case Resolution.Refused(List<Violation> violations) ->
          assertThat(violations)
              .isNotEmpty()
              .allSatisfy(
                  violation -> {
                    assertThat(violation.field()).matches("(spec|metadata)[\\w.\\[\\]:+-]*");
                    assertThat(violation.problem()).isNotBlank();
                    assertThat(violation.remedy()).isNotBlank();
                    assertThat(violation.line()).doesNotContain("\n").hasSizeLessThan(500);
                  });
    }
  }

  @Property(tries = 500)
  void whatIsAcceptedCanBePlannedAndWritten(@ForAll("plausibleDrafts") BudgetDraft draft) {
    Optional<Budget> accepted =
        BudgetRules.resolve(draft) instanceof Resolution.Accepted(Budget budget, var _)
            ? Optional.of(budget)
            : Optional.empty();
    accepted.ifPresent(
        budget -> {
          for (long mebi : new long[] {1, 512, 1 << 20}) {
            assertThatCode(() -> planAndWrite(budget, mebi)).doesNotThrowAnyException();
          }
        });
    Statistics.label("accepted")
        .collect(accepted.isPresent())
        .coverage(coverage -> coverage.check(true).count(count -> count > 50));
  }

  private static void planAndWrite(Budget budget, long mebi) {
    PlanRequest request = PlanRequest.of(budget, Bytes.ofMebi(mebi), OptionalInt.of(2));
    if (Planner.plan(request) instanceof Plan plan) {
      DesiredEnvironment.of(budget, plan);
    }
  }

  /** Anything, among it words that mean something elsewhere. */
  @Provide
  Arbitrary<BudgetDraft> drafts() {
    Arbitrary<String> texts = Arbitraries.oneOf(words(), Arbitraries.strings().ofMaxLength(300));
    Arbitrary<Map<String, String>> entries = Arbitraries.maps(texts, texts).ofMaxSize(3);
    return Combinators.combine(
            wildKnobs(texts).list().ofMaxSize(4),
            Arbitraries.of("gunicorn", "uvicorn", "celery", "uwsgi", "jvm", "pm2", "rq", "x"),
            entries,
            texts.optional(0.2),
            texts.optional(0.2),
            entries.optional(0.1))
        .as(
            (knobs, runtime, arguments, size, text, degraded) ->
                new BudgetDraft(
                    "web",
                    Drafts.smallest().target(),
                    text,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new BudgetDraft.Memory(size, Optional.empty(), text, size)),
                    Optional.of(new BudgetDraft.Runtime(Optional.of(runtime), arguments)),
                    knobs,
                    Optional.empty(),
                    Optional.of(
                        new BudgetDraft.Rollout(text, text.stream().toList(), Optional.empty())),
                    Optional.empty(),
                    Optional.empty(),
                    degraded.map(env -> new BudgetDraft.Degrade(text, env)),
                    Optional.empty(),
                    Optional.empty()));
  }

  /** Knobs that mostly keep the rules, also where their numbers are as large as these allow. */
  @Provide
  Arbitrary<BudgetDraft> plausibleDrafts() {
    Arbitrary<List<BudgetDraft.Knob>> knobs =
        plausibleKnobs()
            .list()
            .ofMaxSize(Bounds.KNOBS)
            .map(
                all ->
                    IntStream.range(0, all.size())
                        .mapToObj(i -> all.get(i).called("k" + i, i == 0))
                        .toList());
    return knobs.map(all -> Drafts.with(all.toArray(BudgetDraft.Knob[]::new)));
  }

  private record PlausibleKnob(boolean child, String cost, int min, int more, int step) {
    BudgetDraft.Knob called(String name, boolean first) {
      return new BudgetDraft.Knob(
          Optional.of(name),
          Optional.of("VARIABLE_" + name),
          Optional.empty(),
          Optional.empty(),
          Optional.of("k0").filter(_ -> child && !first),
          Optional.of(cost),
          Optional.of(min),
          Optional.of(Math.max(1, min + more)),
          Optional.of(step),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  private static Arbitrary<PlausibleKnob> plausibleKnobs() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of("1Ki", "100Ki", "30Mi", "1Gi", "16Ti"),
            Arbitraries.of(0, 1, 2, 1000, 50_000, 900_000),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(1, 100))
        .as(PlausibleKnob::new);
  }

  private static Arbitrary<BudgetDraft.Knob> wildKnobs(Arbitrary<String> texts) {
    Arbitrary<Integer> numbers =
        Arbitraries.of(-1, 0, 1, 20, 1_000_000, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return Combinators.combine(
            texts,
            texts.optional(0.6),
            texts.optional(0.3),
            texts,
            numbers.optional(0.3),
            numbers.optional(0.8),
            numbers.optional(0.3),
            numbers.optional(0.2))
        .as(
            (name, env, per, cost, min, max, step, maxTotal) ->
                new BudgetDraft.Knob(
                    Optional.of(name),
                    env,
                    per,
                    env,
                    per,
                    Optional.of(cost),
                    min,
                    max,
                    step,
                    Optional.empty(),
                    maxTotal,
                    Optional.empty(),
                    Optional.empty()));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.of(
        "A",
        "B",
        "C",
        "DB_POOL",
        "WEB_CONCURRENCY",
        "LD_PRELOAD",
        "NODE_OPTIONS",
        "timeout",
        "max-requests",
        "workers",
        "500",
        "512Mi",
        "20%",
        "10%",
        "15m",
        "",
        " ",
        "\n",
        "{value}",
        "Mon 08:00-18:00 UTC");
  }
}
