package dev.plimsoll.core.plan;

import static dev.plimsoll.core.plan.KnobDraft.knob;
import static dev.plimsoll.core.plan.Plans.line;
import static dev.plimsoll.core.plan.Plans.plan;
import static dev.plimsoll.core.plan.Plans.spending;
import static dev.plimsoll.core.plan.Requests.request;
import static dev.plimsoll.core.plan.Requests.withCpus;
import static dev.plimsoll.core.plan.Requests.withReplicas;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.model.PlanLine.Bound;
import dev.plimsoll.core.model.PlanRequest;
import org.junit.jupiter.api.Test;

/** What holds a value where it is: step, max, CPUs, the total over all replicas. */
class PlannerBoundsTest {
  private static final Bytes BASE = Bytes.ofMebi(60);
  private static final Bytes GIB = Bytes.ofMebi(1024);

  @Test
  void goesFromMinByStep() {
    KnobDraft knob = knob("slots", new Bytes(1)).range(3, 100).step(5);

    assertThat(line(spending(22, knob), "slots").value()).isEqualTo(18);
    assertThat(line(spending(1000, knob), "slots"))
        .returns(98, PlanLine::value)
        .returns(Bound.MAX, PlanLine::bound);
  }

  @Test
  void isHeldByTheMax() {
    assertThat(line(request(BASE, GIB, knob("workers", 100).max(2)), "workers"))
        .returns(2, PlanLine::value)
        .returns(Bound.MAX, PlanLine::bound);
  }

  @Test
  void isHeldByTheMaxWhereTheCpuRuleAllowsAsMany() {
    PlanRequest request = withCpus(request(BASE, GIB, knob("workers", 100).max(2).cpu(1, 1)), 1);

    assertThat(line(request, "workers").bound()).isEqualTo(Bound.MAX);
  }

  @Test
  void isHeldByTheCpus() {
    PlanRequest request = withCpus(request(BASE, GIB, knob("workers", 100).max(9).cpu(2, 1)), 2);

    assertThat(line(request, "workers"))
        .returns(5, PlanLine::value)
        .returns(Bound.CPU, PlanLine::bound);
  }

  @Test
  void isHeldByWhatPodsWereFoundToBear() {
    PlanRequest request =
        request(BASE, GIB, knob("workers", 100).range(2, 4)).withMost("workers", 3);

    assertThat(line(request, "workers"))
        .returns(3, PlanLine::value)
        .returns(Bound.BORNE, PlanLine::bound);
    assertThat(line(request.withMost("workers", 1), "workers").value()).isEqualTo(2);
    assertThat(line(request.withMost("workers", 4), "workers").bound()).isEqualTo(Bound.MAX);
  }

  @Test
  void hasNoCpuBoundWhereTheContainerDeclaresNoCpus() {
    PlanRequest request = request(BASE, GIB, knob("workers", 100).cpu(1, 1));

    assertThat(line(request, "workers"))
        .returns(7, PlanLine::value)
        .returns(Bound.MEMORY, PlanLine::bound);
  }

  @Test
  void keepsTheMinWhereTheCpusAllowLess() {
    PlanRequest request = withCpus(request(BASE, GIB, knob("workers", 100).min(3).cpu(1, 1)), 1);

    assertThat(line(request, "workers"))
        .returns(3, PlanLine::value)
        .returns(Bound.CPU, PlanLine::bound);
  }

  @Test
  void boundsTheUnitsOfAllReplicas() {
    PlanRequest request = withReplicas(request(BASE, GIB, knob("pool", 1).max(50).maxTotal(40)), 3);

    assertThat(line(request, "pool"))
        .returns(13, PlanLine::value)
        .returns(Bound.MAX_TOTAL, PlanLine::bound);
  }

  @Test
  void boundsTheUnitsOfAllReplicasAndParents() {
    PlanRequest request =
        withReplicas(
            request(
                BASE,
                GIB,
                knob("workers", 50).range(2, 2),
                knob("pool", 1).per("workers").max(50).maxTotal(40)),
            3);

    assertThat(line(request, "pool"))
        .returns(6, PlanLine::value)
        .returns(Bound.MAX_TOTAL, PlanLine::bound);
  }

  @Test
  void boundsAParentByWhatItsChildrenMayCountAtTheirFewest() {
    PlanRequest request =
        request(
            BASE,
            Bytes.ofMebi(4096),
            knob("workers", 50).max(20),
            knob("pool", 1).per("workers").range(5, 50).maxTotal(24));

    assertThat(line(request, "workers"))
        .returns(4, PlanLine::value)
        .returns(Bound.MAX_TOTAL, PlanLine::bound);
    assertThat(line(request, "pool").units()).isEqualTo(24);
  }

  @Test
  void namesTheTotalWhereOneMoreParentWouldLoseMoreChildrenThanItIsWorth() {
    // 5 x 5 x 2 = 50 units of worth at five workers, 6 x 6 x 1 = 36 at six: eleven pass the total.
    PlanRequest request =
        request(
            BASE,
            Bytes.ofMebi(4096),
            knob("workers", 50).max(6),
            knob("pool", 1).per("workers").max(50).maxTotal(10));

    assertThat(line(request, "workers"))
        .returns(5, PlanLine::value)
        .returns(Bound.MAX_TOTAL, PlanLine::bound);
  }

  @Test
  void keepsTheMinWhereAllReplicasTogetherAllowLess() {
    PlanRequest request =
        withReplicas(request(BASE, GIB, knob("pool", 1).range(5, 50).maxTotal(40)), 10);

    assertThat(line(request, "pool"))
        .returns(5, PlanLine::value)
        .returns(Bound.MAX_TOTAL, PlanLine::bound);
  }

  @Test
  void allowsAParentAllThatItsChildrenMayCountAtTheirFewest() {
    PlanRequest request =
        request(
            BASE,
            Bytes.ofMebi(4096),
            knob("workers", 50).max(20),
            knob("pool", 1).per("workers").range(5, 50).maxTotal(25));

    assertThat(line(request, "workers").value()).isEqualTo(5);
  }

  @Test
  void namesMemoryWhereFewerChildrenWouldMakeRoomInTheTotalButNotInMemory() {
    PlanRequest request =
        spending(
            190,
            knob("workers", new Bytes(50)).max(6),
            knob("pool", new Bytes(1)).per("workers").max(50).maxTotal(30));

    assertThat(line(request, "pool").units()).isEqualTo(30);
    assertThat(line(request, "workers"))
        .returns(3, PlanLine::value)
        .returns(Bound.MEMORY, PlanLine::bound);
  }

  @Test
  void considersTheFirstValuesOfAKnobThatNothingBounds() {
    PlanRequest request =
        spending(1_000_000, knob("slots", new Bytes(1)).range(10, 1_000_000).step(2));

    assertThat(plan(request).values()).containsEntry("slots", 10 + 2 * 4095);
  }
}
