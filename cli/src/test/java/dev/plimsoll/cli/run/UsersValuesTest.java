package dev.plimsoll.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.input.BudgetText;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.Planner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UsersValuesTest {

  @Test
  void setsWhatNobodyHasSet() {
    UsersValues.Settled settled = settled("Auto", Map.of());

    assertThat(settled.variables())
        .containsExactly(
            Map.entry("WEB_CONCURRENCY", "3"),
            Map.entry("GUNICORN_CMD_ARGS", "--max-requests 500"));
    assertThat(settled.remarks()).isEmpty();
  }

  @Test
  void takesAnEmptyVariableForNone() {
    assertThat(settled("Respect", Map.of("WEB_CONCURRENCY", "")).variables())
        .containsEntry("WEB_CONCURRENCY", "3");
  }

  @Test
  void takesTheUsersValueAndSaysSo() {
    UsersValues.Settled settled = settled("Auto", Map.of("WEB_CONCURRENCY", "8"));

    assertThat(settled.variables()).containsEntry("WEB_CONCURRENCY", "3");
    assertThat(settled.remarks())
        .containsExactly(
            "WEB_CONCURRENCY was 8 and is 3 now; with conflicts: Respect in the budget it stays as"
                + " you set it");
  }

  @Test
  void respectsTheUsersValueAndPlansAroundIt() {
    Map<String, String> environment = Map.of("WEB_CONCURRENCY", "2");
    Budget budget = budget("Respect");

    assertThat(new UsersValues(budget, environment).fixed())
        .containsExactly(Map.entry("workers", 2));
    UsersValues.Settled settled = settled("Respect", environment);
    assertThat(settled.variables()).doesNotContainKey("WEB_CONCURRENCY");
    assertThat(settled.remarks())
        .containsExactly(
            "WEB_CONCURRENCY=2 is yours and stays, as conflicts: Respect says; the plan is made"
                + " around it");
  }

  @Test
  void mergesArgumentsIntoTheUsersLineWordByWord() {
    Map<String, String> line = Map.of("GUNICORN_CMD_ARGS", "--log-level debug --max-requests 9");

    assertThat(settled("Auto", line).variables())
        .containsEntry("GUNICORN_CMD_ARGS", "--log-level debug --max-requests 500");
    assertThat(settled("Respect", line).variables()).doesNotContainKey("GUNICORN_CMD_ARGS");
  }

  @Test
  void saysNothingWhereTheUserAgrees() {
    assertThat(settled("Auto", Map.of("WEB_CONCURRENCY", "3")).remarks()).isEmpty();
  }

  private static UsersValues.Settled settled(String conflicts, Map<String, String> environment) {
    Budget budget = budget(conflicts);
    UsersValues users = new UsersValues(budget, environment);
    PlanRequest plain = PlanRequest.of(budget, Bytes.ofMebi(256), OptionalInt.empty());
    return users.settle((Plan) Planner.plan(users.aroundThem(plain)));
  }

  private static Budget budget(String conflicts) {
    String text =
        """
        apiVersion: plimsoll.dev/v1alpha1
        kind: MemoryBudget
        metadata: {name: web}
        spec:
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          memory: {base: 30Mi}
          conflicts: %s
          runtime: {type: gunicorn, arguments: {max-requests: "500"}}
          knobs: [{name: workers, memory: 55Mi, max: 3}]
        """
            .formatted(conflicts);
    return BudgetText.read("-", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .budget();
  }
}
