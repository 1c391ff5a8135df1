package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A budget on a stranger's Deployment tells something true, and touches nothing. */
@OnCluster
class RecommendIT {

  @Test
  void aRecommendBudgetPlansWithinAMinuteAndWritesNothing(TestNamespace namespace) {
    namespace.apply(App.named("stranger").withEnv("WEB_CONCURRENCY", "6").deployment());
    String before = namespace.deployment("stranger").getMetadata().getResourceVersion();
    long generation = namespace.deployment("stranger").getMetadata().getGeneration();

    namespace.apply(Budgets.workers("stranger", "Recommend"));

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              assertThat(namespace.condition("stranger", "Ready")).startsWith("True");
              assertThat(namespace.condition("stranger", "Feasible")).startsWith("True");
            });
    assertThat(namespace.<Object>statusOf("stranger", "plan").toString())
        .as("wanted beside effective: the user's 6 workers do not fit, 2 do")
        .contains("2")
        .contains("6");
    assertThat(namespace.deployment("stranger").getMetadata().getGeneration())
        .isEqualTo(generation);
    assertThat(namespace.deployment("stranger").getMetadata().getManagedFields())
        .noneMatch(entry -> entry.getManager().equals("plimsoll"));
    assertThat(before).isNotBlank();
    assertThat(namespace.kubectl("get", "mb", "stranger").output())
        .contains("TARGET", "MODE", "PLAN", "LIMIT", "READY")
        .contains("Recommend", "512Mi", "True");
  }

  @Test
  void aBudgetThatComesBeforeItsTargetPlansWhenTheTargetComes(TestNamespace namespace) {
    namespace.apply(Budgets.workers("later", "Enforce"));
    namespace.awaitCondition("later", "Ready", "TargetNotFound");

    namespace.apply(App.named("later").deployment());

    namespace.awaitRolledOut("later", "WEB_CONCURRENCY", "2");
    namespace.kubectl("delete", "deployment", "later").output();
    namespace.awaitCondition("later", "Ready", "TargetNotFound");
    // Once for each time at which it began.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        namespace
                            .kubectl("get", "events", "--field-selector=reason=TargetNotFound")
                            .output()
                            .lines()
                            .filter(line -> line.contains("memorybudget/later")))
                    .hasSize(2));
  }

  @Test
  void anAppWithoutALimitIsTold(TestNamespace namespace) {
    namespace.apply(
        App.named("unlimited").deployment().replaceAll("(?m)^ +limits:\\R +memory: .*\\R", ""));
    namespace.apply(Budgets.workers("unlimited", "Enforce"));

    namespace.awaitCondition("unlimited", "Ready", "NoLimit");
    assertThat(namespace.variable("unlimited", "WEB_CONCURRENCY")).isEmpty();
  }

  @Test
  void aLimitThatIsTooSmallIsToldWithTheSmallestThatWouldDo(TestNamespace namespace) {
    namespace.apply(App.named("tight").withLimit("128Mi").deployment());
    namespace.apply(Budgets.workers("tight", "Enforce"));

    // 32Mi of base and one worker of 150Mi are four fifths of 227.5Mi.
    namespace.awaitCondition("tight", "Feasible", "False");
    assertThat(namespace.condition("tight", "Feasible")).contains("228Mi");
    assertThat(namespace.variable("tight", "WEB_CONCURRENCY")).isEmpty();
  }

  @Test
  void theYoungerOfTwoBudgetsForOneWorkloadYields(TestNamespace namespace) {
    namespace.apply(App.named("shared").deployment());
    namespace.apply(Budgets.workers("shared", "Enforce"));
    namespace.awaitRolledOut("shared", "WEB_CONCURRENCY", "2");

    namespace.apply(
        Budgets.workers("shared", "Enforce")
            .replace("  name: shared\nspec", "  name: second\nspec")
            .replace("150Mi", "300Mi"));

    namespace.awaitCondition("second", "Ready", "TargetTaken");
    assertThat(namespace.condition("second", "Ready")).contains("shared");
    assertThat(namespace.variable("shared", "WEB_CONCURRENCY")).contains("2");
  }
}
