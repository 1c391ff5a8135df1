package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What Plimsoll took, it gives back; and nothing ever hangs on it. */
@OnCluster
class ReleaseIT {
  private static final String VARIABLE = "WEB_CONCURRENCY";
  private static final String FAST = "  rollout: {cooldown: 1s}\n";

  @Test
  void deletingTheBudgetRestoresTheOriginalsExactly(TestNamespace namespace) {
    namespace.apply(App.named("given-back").withEnv(VARIABLE, "6").withEnv("A", "1").deployment());
    namespace.awaitReplicas("given-back", 1);
    Deployment before = namespace.deployment("given-back");
    namespace.apply(
        Budgets.workers("given-back", "Enforce")
            .replace(
                "runtime: {type: gunicorn}",
                "runtime: {type: gunicorn, arguments: {max-requests: \"500\"}}"));
    namespace.awaitRolledOut("given-back", VARIABLE, "2");

    namespace.kubectl("delete", "mb", "given-back", "--timeout=60s").output();

    assertRestored(namespace, before);
  }

  @Test
  void leavingEnforceRestoresTheOriginals(TestNamespace namespace) {
    namespace.apply(App.named("recommended").withEnv(VARIABLE, "6").deployment());
    namespace.awaitReplicas("recommended", 1);
    Deployment before = namespace.deployment("recommended");
    namespace.apply(Budgets.workers("recommended", "Enforce", FAST));
    namespace.awaitRolledOut("recommended", VARIABLE, "2");

    namespace.apply(Budgets.workers("recommended", "Recommend", FAST));

    namespace.awaitRolledOut("recommended", VARIABLE, "6");
    assertRestored(namespace, before);
    assertThat(namespace.budget("recommended").getMetadata().getFinalizers()).isEmpty();
  }

  @Test
  void whatTheUserEditedWhileTheOperatorWasDownStaysAsTheyLeftIt(
      Cluster cluster, TestNamespace namespace) {
    namespace.apply(App.named("edited").withEnv(VARIABLE, "6").withEnv("A", "1").deployment());
    namespace.apply(Budgets.workers("edited", "Enforce", FAST));
    namespace.awaitRolledOut("edited", VARIABLE, "2");
    cluster.whileOperatorIsDown(
        () -> {
          namespace
              .kubectl("set", "env", "deployment/edited", VARIABLE + "=3", "A-", "B=new")
              .output();
          namespace.kubectl("delete", "mb", "edited", "--wait=false").output();
        });

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(namespace.kubectl("get", "mb", "edited").run().exitStatus())
                    .isNotZero());
    assertThat(namespace.variable("edited", VARIABLE)).contains("3");
    assertThat(namespace.variable("edited", "A")).isEmpty();
    assertThat(namespace.variable("edited", "B")).contains("new");
    assertNothingOfOurs(namespace.deployment("edited"));
  }

  @Test
  void aKnobThatLeavesTheBudgetIsGivenBack(TestNamespace namespace) {
    String two =
        Budgets.workers("fewer", "Enforce", FAST)
            .replace("max: 8}", "max: 8}\n    - {name: jobs, env: MAX_JOBS, memory: 20Mi, max: 2}");
    namespace.apply(App.named("fewer").withEnv("MAX_JOBS", "9").deployment());
    namespace.apply(two);
    namespace.awaitRolledOut("fewer", "MAX_JOBS", "2");

    namespace.apply(Budgets.workers("fewer", "Enforce", FAST));

    namespace.awaitRolledOut("fewer", "MAX_JOBS", "9");
    assertThat(namespace.variable("fewer", VARIABLE)).contains("2");
  }

  @Test
  void aTargetThatGoesTakesTheFinalizerWithIt(TestNamespace namespace) {
    namespace.apply(App.named("gone").deployment());
    namespace.apply(Budgets.workers("gone", "Enforce"));
    namespace.awaitRolledOut("gone", VARIABLE, "2");

    namespace.kubectl("delete", "deployment", "gone").output();

    namespace.kubectl("delete", "mb", "gone", "--timeout=60s").output();
  }

  @Test
  void aNamespaceThatGoesDoesNotHang(Cluster cluster, TestNamespace namespace) {
    TestNamespace doomed = namespace.another("doomed");
    doomed.apply(App.named("web").deployment());
    doomed.apply(Budgets.workers("web", "Enforce"));
    doomed.awaitRolledOut("web", VARIABLE, "2");

    cluster.kubectl("delete", "namespace", doomed.name(), "--timeout=90s").output();
  }

  private static void assertRestored(TestNamespace namespace, Deployment before) {
    String name = before.getMetadata().getName();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(namespace.deployment(name).getSpec()).isEqualTo(before.getSpec()));
    assertNothingOfOurs(namespace.deployment(name));
  }

  private static void assertNothingOfOurs(Deployment deployment) {
    assertThat(deployment.getMetadata().getAnnotations())
        .noneSatisfy((key, value) -> assertThat(key).startsWith("plimsoll.dev/"));
    assertThat(deployment.getMetadata().getManagedFields())
        .noneMatch(entry -> entry.getManager().equals("plimsoll"));
    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .noneSatisfy((key, value) -> assertThat(key).startsWith("plimsoll.dev/"));
  }
}
