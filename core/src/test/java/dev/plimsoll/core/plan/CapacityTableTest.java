package dev.plimsoll.core.plan;

import static dev.plimsoll.core.plan.KnobDraft.knob;
import static dev.plimsoll.core.plan.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.CapacityTable.Row;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CapacityTableTest {
  private static final Bytes TINY = Bytes.ofMebi(1);

  @Test
  void plansAtTheUsualSizesWhateverTheLimit() {
    PlanRequest request = request(Bytes.ofMebi(60), TINY, knob("workers", 500).max(9));

    CapacityTable table = CapacityTable.of(request, Optional.empty());

    assertThat(table.rows())
        .extracting(Row::limit)
        .containsExactly(
            Bytes.ofMebi(512), Bytes.ofMebi(1024), Bytes.ofMebi(2048), Bytes.ofMebi(4096));
    assertThat(table.rows())
        .allMatch(row -> row.outcome().equals(Planner.plan(request.withLimit(row.limit()))));
    assertThat(table.rows().getFirst().outcome()).isInstanceOf(Infeasible.class);
    assertThat(table.rows()).allMatch(row -> row.users().isEmpty());
  }

  @Test
  void countsUsersBesideTheSmallestSettingUpToTheSoftLine() {
    PlanRequest request =
        request(
            Bytes.ofMebi(60),
            TINY,
            knob("workers", 100).range(2, 9),
            knob("pool", 10).per("workers").range(3, 9));

    CapacityTable table = CapacityTable.of(request, Optional.of(Bytes.ofMebi(10)));

    // 85 % of 512Mi less 60 + 200 + 60: 115.2Mi; of 1Gi 550.4Mi; of 2Gi 1420.8Mi; of 4Gi 3161.6Mi.
    assertThat(table.rows())
        .extracting(row -> row.users().orElseThrow())
        .containsExactly(11L, 55L, 142L, 316L);
  }

  @Test
  void countsNoUserWhereTheSmallestSettingIsAboveTheSoftLine() {
    PlanRequest request = request(Bytes.ofMebi(600), TINY, knob("workers", 1).max(9));

    CapacityTable table = CapacityTable.of(request, Optional.of(Bytes.ofMebi(10)));

    assertThat(table.rows().getFirst().users()).isEqualTo(OptionalLong.of(0));
  }

  @Test
  void countsNoUsersThatCostNothing() {
    PlanRequest request = request(TINY, TINY, knob("workers", 1).max(9));

    assertThat(CapacityTable.of(request, Optional.of(Bytes.ZERO)).rows())
        .allMatch(row -> row.users().isEmpty());
  }
}
