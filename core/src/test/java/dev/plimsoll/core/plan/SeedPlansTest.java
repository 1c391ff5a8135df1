package dev.plimsoll.core.plan;

import static dev.plimsoll.core.plan.KnobDraft.knob;
import static dev.plimsoll.core.plan.Requests.request;
import static dev.plimsoll.core.plan.Requests.withCpus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine.Bound;
import dev.plimsoll.core.model.PlanRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings that five teams arrived at by hand must come out of the costs alone. */
class SeedPlansTest {
  private static final Bytes HALF_GIB = Bytes.ofMebi(512);
  private static final Bytes TWO_GIB = Bytes.ofMebi(2048);

  private static PlanRequest analyticsWorkbench(Bytes limit) {
    return request(
        Bytes.ofMebi(60),
        limit,
        knob("workers", 95).max(4).weight(4),
        knob("pool", 30).per("workers").max(10),
        knob("jobs", 90).max(3),
        knob("requests", 30).max(10));
  }

  private static PlanRequest chat(Bytes limit) {
    return request(Bytes.ofMebi(120), limit, knob("threads", 5).max(4));
  }

  private static PlanRequest aiService(Bytes limit, int cpus) {
    return withCpus(
        request(
            Bytes.ofMebi(80),
            limit,
            knob("workers", 150).cpu(1, 1).weight(4),
            knob("pool", 20).per("workers").max(15)),
        cpus);
  }

  private static PlanRequest movieLottery(Bytes limit) {
    return request(
        Bytes.ofMebi(60),
        limit,
        knob("workers", 100).max(4).weight(4),
        knob("pool", 20).per("workers").max(5),
        knob("connections", new Bytes(100 << 10)).per("workers").range(100, 1000).step(100));
  }

  @Test
  void workbenchInHalfAGibibyte() {
    Plan plan = (Plan) Planner.plan(analyticsWorkbench(HALF_GIB));

    assertThat(plan.values()).isEqualTo(Map.of("workers", 1, "pool", 2, "jobs", 1, "requests", 3));
    assertThat(plan.total()).isEqualTo(Bytes.ofMebi(395));
    assertThat(plan.lines()).allMatch(line -> line.bound() == Bound.MEMORY);
  }

  @Test
  void workbenchInTwoGibibytes() {
    Plan plan = (Plan) Planner.plan(analyticsWorkbench(TWO_GIB));

    assertThat(plan.values()).isEqualTo(Map.of("workers", 4, "pool", 5, "jobs", 3, "requests", 10));
    assertThat(plan.lines())
        .extracting(line -> line.bound())
        .containsExactly(Bound.MAX, Bound.MEMORY, Bound.MAX, Bound.MAX);
  }

  @Test
  void chatUsersThatFit() {
    CapacityTable table = CapacityTable.of(chat(HALF_GIB), Optional.of(Bytes.ofMebi(33)));

    assertThat(table.rows().getFirst().limit()).isEqualTo(HALF_GIB);
    assertThat(table.rows().getFirst().users().orElseThrow()).isBetween(8L, 10L);
    assertThat(table.rows().get(2).limit()).isEqualTo(TWO_GIB);
    assertThat(table.rows().get(2).users().orElseThrow()).isGreaterThanOrEqualTo(45);
  }

  @ParameterizedTest
  @ValueSource(longs = {512, 640, 768, 896, 1024, 1152, 1408, 1536, 1664, 1792, 1920, 2048})
  void aiServiceWorkersByCpusAndMemory(long mebibytes) {
    for (int cpus = 1; cpus <= 4; cpus++) {
      PlanRequest request = aiService(Bytes.ofMebi(mebibytes), cpus);
      long eachWithOneConnection = Bytes.ofMebi(150 + 20).count();
      long fitting =
          request.spendable().minusOrZero(request.base()).count() / eachWithOneConnection;

      assertThat(Planner.plan(request))
          .asInstanceOf(type(Plan.class))
          .extracting(plan -> plan.values().get("workers"))
          .isEqualTo((int) Math.min(cpus + 1, fitting));
    }
  }

  /** 4 ln 4 + ln(4 x 4) = 8.32 and 4 ln 5 + ln(5 x 1) = 8.05: the one size where they differ. */
  @Test
  void aiServiceTakesFourWorkersWithAPoolOfFourBeforeFiveWithoutAPool() {
    Plan plan = (Plan) Planner.plan(aiService(Bytes.ofMebi(1280), 4));

    assertThat(plan.values()).isEqualTo(Map.of("workers", 4, "pool", 4));
  }

  @Test
  void lotteryUnderTheBrake() {
    Plan smallest = (Plan) Planner.smallest(movieLottery(HALF_GIB));

    assertThat(smallest.values()).isEqualTo(Map.of("workers", 1, "pool", 1, "connections", 100));
    assertThat(smallest.total().count())
        .isEqualTo(Bytes.ofMebi(60 + 100 + 20).count() + 100 * 100 * 1024);
    assertThat(Math.round(smallest.total().count() / (double) Bytes.ofMebi(1).count()))
        .isEqualTo(190);
    assertThat(smallest.lines()).allMatch(line -> line.bound() == Bound.MIN);
  }

  @Test
  void lotteryFreeToSpendTakesMoreThanTheBrakeLeaves() {
    Plan smallest = (Plan) Planner.smallest(movieLottery(HALF_GIB));
    Plan best = (Plan) Planner.plan(movieLottery(HALF_GIB));

    assertThat(best.total()).isGreaterThan(smallest.total());
  }
}
