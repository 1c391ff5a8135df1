package dev.plimsoll.core.plan;

import static dev.plimsoll.core.plan.KnobDraft.knob;
import static dev.plimsoll.core.plan.Plans.line;
import static dev.plimsoll.core.plan.Plans.plan;
import static dev.plimsoll.core.plan.Plans.spending;
import static dev.plimsoll.core.plan.Requests.request;
import static dev.plimsoll.core.plan.Requests.withApplied;
import static dev.plimsoll.core.plan.Requests.withFixed;
import static dev.plimsoll.core.plan.Requests.withReserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.PlanLine.Bound;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.model.Reserve;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan spends, what it prefers and what it refuses. */
class PlannerTest {
  private static final Bytes BASE = Bytes.ofMebi(60);
  private static final Bytes GIB = Bytes.ofMebi(1024);

  @Test
  void tellsWhatItWasMadeFrom() {
    Plan plan = plan(request(BASE, GIB, knob("workers", 100).max(2)));

    assertThat(plan.base()).isEqualTo(BASE);
    assertThat(plan.limit()).isEqualTo(GIB);
    assertThat(plan.reserve()).isEqualTo(GIB.percent(20));
    assertThat(plan.spendable()).isEqualTo(GIB.minusOrZero(GIB.percent(20)));
    assertThat(plan.total()).isEqualTo(Bytes.ofMebi(260));
  }

  @Test
  void spendsTheLastByteAndNotOneMore() {
    KnobDraft knob = knob("slots", new Bytes(7)).max(100);

    assertThat(plan(spending(70, knob)).values()).containsEntry("slots", 10);
    assertThat(plan(spending(69, knob)).values()).containsEntry("slots", 9);
  }

  @Test
  void staysBelowTheSoftLineWhereTheReserveIsSmall() {
    PlanRequest request =
        withReserve(
            request(Bytes.ZERO, new Bytes(1000), knob("slots", new Bytes(1)).max(1000)),
            new Reserve.Fixed(new Bytes(10)),
            85);

    assertThat(plan(request).values()).containsEntry("slots", 850);
  }

  @Test
  void countsAChildOnceForEachUnitOfItsParent() {
    PlanLine pool =
        line(
            request(
                BASE,
                GIB,
                knob("workers", 100).range(3, 3),
                knob("pool", 10).per("workers").max(5)),
            "pool");

    assertThat(pool.value()).isEqualTo(5);
    assertThat(pool.units()).isEqualTo(15);
    assertThat(pool.cost()).isEqualTo(Bytes.ofMebi(150));
  }

  @Test
  void findsAParentThatIsDeclaredAfterItsChild() {
    Plan plan =
        plan(
            request(
                BASE, GIB, knob("pool", 10).per("workers").max(5), knob("workers", 100).max(3)));

    assertThat(plan.lines()).extracting(PlanLine::knob).containsExactly("pool", "workers");
    assertThat(plan.lines().getFirst().units()).isEqualTo(15);
  }

  @Test
  void plansSeveralParents() {
    Plan plan =
        plan(
            request(
                BASE,
                GIB,
                knob("web", 100).max(2),
                knob("jobs", 50).max(2),
                knob("pool", 10).per("web").max(2),
                knob("threads", 5).per("jobs").max(3)));

    assertThat(plan.values()).isEqualTo(Map.of("web", 2, "jobs", 2, "pool", 2, "threads", 3));
    assertThat(plan.total()).isEqualTo(Bytes.ofMebi(60 + 200 + 100 + 40 + 30));
  }

  @Test
  void keepsAndCountsTheUsersOwnValue() {
    PlanRequest request =
        withFixed(
            request(BASE, GIB, knob("workers", 100).max(4), knob("jobs", 100).max(9)),
            Map.of("workers", 6));

    assertThat(line(request, "workers"))
        .returns(6, PlanLine::value)
        .returns(Bound.FIXED, PlanLine::bound);
    assertThat(line(request, "jobs").value()).isEqualTo(1);
  }

  @Test
  void isImpossibleWhereTheUsersOwnValueLeavesNoRoom() {
    PlanRequest request =
        withFixed(request(BASE, GIB, knob("workers", 100).max(4)), Map.of("workers", 9));

    assertThat(Planner.plan(request)).isInstanceOf(Infeasible.class);
  }

  @Test
  void namesTheSmallestLimitAndWhatWouldNotFit() {
    PlanRequest request =
        withFixed(
            request(
                BASE,
                Bytes.ofMebi(256),
                knob("workers", 100).range(2, 4),
                knob("pool", 10).per("workers").max(5)),
            Map.of("pool", 3));

    Infeasible infeasible = (Infeasible) Planner.plan(request);

    assertThat(infeasible.minimumTotal()).isEqualTo(Bytes.ofMebi(60 + 200 + 60));
    assertThat(infeasible.minimum()).extracting(PlanLine::value).containsExactly(2, 3);
    assertThat(infeasible.minimum())
        .extracting(PlanLine::bound)
        .containsExactly(Bound.MIN, Bound.FIXED);
    assertThat(infeasible.base()).isEqualTo(BASE);
    assertThat(infeasible.limit()).isEqualTo(Bytes.ofMebi(256));
    assertThat(infeasible.spendable()).isEqualTo(request.spendable());
    // 320Mi are four fifths of 400Mi.
    assertThat(infeasible.smallestLimit().count())
        .isBetween(Bytes.ofMebi(400).count() - 1, Bytes.ofMebi(400).count());
    assertThat(Planner.smallest(request)).isEqualTo(infeasible);
  }

  @Test
  void theSmallestSettingKeepsTheUsersOwnValues() {
    Plan smallest =
        (Plan)
            Planner.smallest(
                withFixed(
                    request(BASE, GIB, knob("workers", 100).max(4), knob("jobs", 10).max(4)),
                    Map.of("workers", 3)));

    assertThat(smallest.values()).isEqualTo(Map.of("workers", 3, "jobs", 1));
    assertThat(smallest.lines())
        .extracting(PlanLine::bound)
        .containsExactly(Bound.FIXED, Bound.MIN);
  }

  @Test
  void ofEqualWorthTakesLessMemory() {
    // 2 x 3 and 3 x 2 are worth the same; two of a at 11 and three of b at 10 cost less.
    PlanRequest request =
        spending(53, knob("a", new Bytes(11)).max(9), knob("b", new Bytes(10)).max(9));

    assertThat(plan(request).values()).isEqualTo(Map.of("a", 2, "b", 3));
    assertThat(plan(withApplied(request, Map.of("a", 3, "b", 2))).values())
        .isEqualTo(Map.of("a", 2, "b", 3));
  }

  @Test
  void ofEqualWorthAndMemoryTakesWhatIsApplied() {
    PlanRequest request =
        spending(50, knob("a", new Bytes(10)).max(9), knob("b", new Bytes(10)).max(9));

    assertThat(plan(request).values()).isEqualTo(Map.of("a", 2, "b", 3));
    assertThat(plan(withApplied(request, Map.of("a", 3, "b", 2))).values())
        .isEqualTo(Map.of("a", 3, "b", 2));
    assertThat(plan(withApplied(request, Map.of("a", 3))).values())
        .isEqualTo(Map.of("a", 3, "b", 2));
  }

  @Test
  void givesUpUnitsOfTheLeastWeightFirst() {
    PlanRequest request =
        spending(50, knob("a", new Bytes(10)).max(9).weight(3), knob("b", new Bytes(10)).max(9));

    assertThat(plan(request).values()).isEqualTo(Map.of("a", 4, "b", 1));
  }

  @Test
  void leavesAKnobWithoutUnitsOnlyWhereNoUnitFits() {
    KnobDraft dear = knob("dear", new Bytes(90)).range(0, 9);
    KnobDraft cheap = knob("cheap", new Bytes(1)).range(0, 99);

    assertThat(plan(spending(100, dear, cheap)).values()).isEqualTo(Map.of("dear", 1, "cheap", 10));
    assertThat(plan(spending(90, dear, cheap)).values()).isEqualTo(Map.of("dear", 0, "cheap", 90));
  }

  @Test
  void leavesTheChildrenOfNoneAtTheirFewest() {
    PlanRequest request =
        spending(
            10,
            knob("workers", new Bytes(90)).range(0, 9),
            knob("pool", new Bytes(1)).per("workers").range(2, 9));

    assertThat(plan(request).values()).isEqualTo(Map.of("workers", 0, "pool", 2));
    assertThat(plan(request).total()).isEqualTo(Bytes.ZERO);
  }

  @Test
  void refusesAParentThatIsNotThere() {
    PlanRequest request = request(BASE, GIB, knob("pool", 1).per("workers").max(3));

    assertThatThrownBy(() -> Planner.plan(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("pool", "workers");
  }

  @Test
  void refusesAParentThatHasAParent() {
    PlanRequest request =
        request(
            BASE,
            GIB,
            knob("workers", 1).max(3),
            knob("pool", 1).per("workers").max(3),
            knob("cursors", 1).per("pool").max(3));

    assertThatThrownBy(() -> Planner.plan(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("cursors", "pool");
  }

  @Test
  void refusesWhatCannotBeCounted() {
    PlanRequest units =
        request(
            BASE,
            GIB,
            knob("workers", 1).range(1_000_000, 1_000_000),
            knob("pool", 1).per("workers").range(1_000_000, 1_000_000));
    PlanRequest bytes = request(BASE, GIB, knob("jobs", 1L << 24).range(1_000_000, 1_000_000));

    assertThatThrownBy(() -> Planner.plan(units))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("pool", "lower");
    assertThatThrownBy(() -> Planner.smallest(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("jobs", "lower");
  }

  @Test
  void plansUnderALimitThatNoMachineHas() {
    KnobDraft[] knobs = new KnobDraft[8];
    for (int i = 0; i < knobs.length; i++) {
      knobs[i] = knob("knob" + i, 1L << 24).max(1000);
    }

    Plan plan = plan(request(BASE, new Bytes(Long.MAX_VALUE), knobs));

    assertThat(plan.total()).isLessThan(plan.spendable());
  }

  @Test
  void takesNoneThatIsAppliedAmongSettingsOfEqualWorthAndMemory() {
    PlanRequest request =
        spending(10, knob("a", new Bytes(10)).range(0, 9), knob("b", new Bytes(10)).range(0, 9));

    assertThat(plan(request).values()).isEqualTo(Map.of("a", 0, "b", 1));
    assertThat(plan(withApplied(request, Map.of("b", 0))).values())
        .isEqualTo(Map.of("a", 1, "b", 0));
  }

  @Test
  void givesAllThereIsOfWhatCostsNothing() {
    PlanRequest request =
        spending(25, knob("free", Bytes.ZERO).max(7), knob("slots", new Bytes(10)).max(9));

    assertThat(plan(request).values()).isEqualTo(Map.of("free", 7, "slots", 2));
  }
}
