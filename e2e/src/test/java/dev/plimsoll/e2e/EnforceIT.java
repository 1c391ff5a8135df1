package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** From YAML to the right settings on a running workload, and nothing more. */
@OnCluster
class EnforceIT {

  @Test
  void aBudgetSetsThePlanInOneRollout(TestNamespace namespace) {
    namespace.apply(App.named("plain").deployment());
    namespace.apply(
        Budgets.workers("plain", "Enforce")
            .replace(
                "runtime: {type: gunicorn}",
                "runtime: {type: gunicorn, arguments: {max-requests: \"500\"}}"));

    namespace.awaitRolledOut("plain", "WEB_CONCURRENCY", "2");

    assertThat(namespace.variable("plain", "GUNICORN_CMD_ARGS").orElseThrow())
        .contains("--max-requests", "500");
    assertThat(namespace.revisions("plain")).isEqualTo(2);
    namespace.awaitCondition("plain", "Applied", "True");
  }

  @Test
  void aSteadyStateMakesNoWrite(TestNamespace namespace) {
    namespace.apply(App.named("steady").deployment());
    namespace.apply(Budgets.workers("steady", "Enforce"));
    namespace.awaitRolledOut("steady", "WEB_CONCURRENCY", "2");
    namespace.awaitCondition("steady", "Applied", "True");
    namespace.awaitCondition("steady", "MetricsAvailable", "None");
    String workload = namespace.deployment("steady").getMetadata().getResourceVersion();
    String budget = namespace.budget("steady").getMetadata().getResourceVersion();

    // Another budget's whole life is time enough for the loop to come by this one.
    namespace.apply(App.named("beside").deployment());
    namespace.apply(Budgets.workers("beside", "Enforce"));
    namespace.awaitRolledOut("beside", "WEB_CONCURRENCY", "2");
    namespace.awaitCondition("beside", "Applied", "True");

    assertThat(namespace.deployment("steady").getMetadata().getResourceVersion())
        .isEqualTo(workload);
    assertThat(namespace.budget("steady").getMetadata().getResourceVersion()).isEqualTo(budget);
  }

  @Test
  void anotherLimitMeansAnotherPlanByItself(TestNamespace namespace) {
    App app = App.named("growing");
    namespace.apply(app.deployment());
    namespace.apply(Budgets.workers("growing", "Enforce", "  rollout: {cooldown: 1s}\n"));
    namespace.awaitRolledOut("growing", "WEB_CONCURRENCY", "2");

    namespace.apply(app.withLimit("1Gi").deployment());

    namespace.awaitRolledOut("growing", "WEB_CONCURRENCY", "5");
    namespace.apply(app.withLimit("256Mi").deployment());
    namespace.awaitRolledOut("growing", "WEB_CONCURRENCY", "1");
  }

  @Test
  void aStatefulSetIsSizedLikeADeployment(TestNamespace namespace) {
    namespace.apply(App.named("stateful").statefulSet("RollingUpdate"));
    namespace.apply(
        Budgets.budget(
            "stateful",
            "StatefulSet",
            "Enforce",
            "  knobs: [{name: workers, memory: 150Mi, max: 8}]\n"));

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(namespace.kubectl("get", "pod", "stateful-0", "-o", "yaml").output())
                    .containsPattern("name: WEB_CONCURRENCY\\R\\s+value: \"2\""));
  }

  @Test
  void aStatefulSetThatRollsOnlyByHandIsTold(TestNamespace namespace) {
    namespace.apply(App.named("by-hand").statefulSet("OnDelete"));
    namespace.apply(
        Budgets.budget(
            "by-hand",
            "StatefulSet",
            "Enforce",
            "  knobs: [{name: workers, memory: 150Mi, max: 8}]\n"));

    namespace.awaitCondition("by-hand", "Applied", "RolloutUnsupported");
    assertThat(namespace.kubectl("get", "sts", "by-hand", "-o", "yaml").output())
        .doesNotContain("WEB_CONCURRENCY");
  }

  @Test
  void aPausedBudgetHoldsEverythingAsItIs(TestNamespace namespace) {
    App app = App.named("held");
    namespace.apply(app.deployment());
    namespace.apply(
        Budgets.workers("held", "Enforce", "  paused: true\n  rollout: {cooldown: 1s}\n"));
    namespace.awaitCondition("held", "Applied", "Paused");
    assertThat(namespace.variable("held", "WEB_CONCURRENCY")).isEmpty();

    namespace.apply(Budgets.workers("held", "Enforce", "  rollout: {cooldown: 1s}\n"));

    namespace.awaitRolledOut("held", "WEB_CONCURRENCY", "2");
  }
}
