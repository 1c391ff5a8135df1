package dev.plimsoll.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.PlanOutcome;
import dev.plimsoll.core.model.PlanRequest;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of every plan, tried on random requests against every setting there is. */
class PlannerPropertyTest {

  @Provide
  Arbitrary<PlanRequest> requests() {
    return RandomRequests.any();
  }

  private static int[] values(Plan plan) {
    return plan.lines().stream().mapToInt(PlanLine::value).toArray();
  }

  @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
  void isTheBestOfAllSettingsDownToTheTies(@ForAll("requests") PlanRequest request) {
    Optional<BruteForce.Candidate> best = BruteForce.best(request);

    switch (Planner.plan(request)) {
      case Plan plan -> assertThat(values(plan)).isEqualTo(best.orElseThrow().values());
      case Infeasible infeasible -> assertThat(best).isEmpty();
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void staysWithinWhatMayBeSpent(@ForAll("requests") PlanRequest request) {
    if (Planner.plan(request) instanceof Plan plan) {
      assertThat(plan.total()).isLessThanOrEqualTo(request.spendable());
      assertThat(plan.total().count()).isEqualTo(BruteForce.judge(request, values(plan)).bytes());
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void isImpossibleExactlyWhereTheSmallestSettingDoesNotFit(
      @ForAll("requests") PlanRequest request) {
    PlanOutcome smallest = Planner.smallest(request);

    assertThat(Planner.plan(request) instanceof Infeasible)
        .isEqualTo(smallest instanceof Infeasible);
    if (smallest instanceof Infeasible infeasible) {
      assertThat(infeasible.minimumTotal()).isGreaterThan(request.spendable());
      assertThat(Planner.plan(request)).isEqualTo(infeasible);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void namesALimitThatIsRightToTheByte(@ForAll("requests") PlanRequest request) {
    Bytes named = LimitAdvice.of(request).forMinimum();

    assertThat(Planner.plan(request.withLimit(named))).isInstanceOf(Plan.class);
    assertThat(Planner.plan(request.withLimit(new Bytes(named.count() - 1))))
        .isInstanceOf(Infeasible.class);
    if (Planner.plan(request) instanceof Infeasible infeasible) {
      assertThat(infeasible.smallestLimit()).isEqualTo(named);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void losesNothingByMoreMemory(@ForAll("requests") PlanRequest request) {
    PlanRequest larger = request.withLimit(new Bytes(request.limit().count() + 97));
    if (Planner.plan(request) instanceof Plan plan) {
      Plan more = (Plan) Planner.plan(larger);
      BruteForce.Candidate before = BruteForce.judge(request, values(plan));
      BruteForce.Candidate after = BruteForce.judge(request, values(more));

      assertThat(after.unused()).isLessThanOrEqualTo(before.unused());
      if (after.unused() == before.unused()) {
        assertThat(after.product()).isGreaterThanOrEqualTo(before.product());
      }
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void keepsWhatItHasPlannedOnceThatIsApplied(@ForAll("requests") PlanRequest request) {
    if (Planner.plan(request) instanceof Plan plan) {
      PlanOutcome again = Planner.plan(Requests.withApplied(request, plan.values()));

      assertThat(again).isEqualTo(plan);
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void changesNoMoreAboveTheLimitForTheFullPlan(@ForAll("requests") PlanRequest request) {
    LimitAdvice.of(request)
        .forFull()
        .ifPresent(
            full -> {
              Plan atFull = (Plan) Planner.plan(request.withLimit(full));
              Plan far = (Plan) Planner.plan(request.withLimit(full.times(1000)));
              assertThat(atFull.values()).isEqualTo(far.values());

              PlanOutcome below = Planner.plan(request.withLimit(new Bytes(full.count() - 1)));
              if (below instanceof Plan plan) {
                assertThat(plan.values()).isNotEqualTo(atFull.values());
              }
            });
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void namesARuleThatOneStepMoreWouldBreak(@ForAll("requests") PlanRequest request) {
    if (Planner.plan(request) instanceof Plan plan) {
      OneStepMore more = new OneStepMore(request, plan);
      for (int knob = 0; knob < plan.lines().size(); knob++) {
        if (more.addsUnits(knob)) {
          assertThat(more.breaks(plan.lines().get(knob).bound(), knob))
              .as("%s of %s", plan.lines().get(knob), request)
              .isTrue();
        }
      }
    }
  }
}
