package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.GuardedApp;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the operator does about memory that the agents in the pods see. */
@OnCluster
class LadderIT {
  private static final String FAST = "  rollout: {cooldown: 1s}\n";

  /** A process of 470 MiB, nine tenths of 512Mi. */
  private static final String HOLD = "held = b'x' * (470 * 2**20)";

  private static String budget(String app, String more) {
    return Budgets.workers(app, "Enforce", FAST + more).replace("type: gunicorn", "type: generic");
  }

  private static App app(String name) {
    return App.named(name).asUser(App.USER);
  }

  /** Those that stay. */
  private static List<Pod> pods(TestNamespace namespace, String app) {
    return namespace
        .client()
        .pods()
        .inNamespace(namespace.name())
        .withLabel("app", app)
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .toList();
  }

  @Test
  void aPodThatOnlyANewOneHelpsIsEvictedOnceItsDisruptionBudgetAllowsIt(TestNamespace namespace) {
    namespace.apply(
        app("stuck")
            .withReplicas(3)
            .running(
                "{ (until [ -e /tmp/heavy ]; do sleep 1; done; exec python3 -c \"import time; %s; time.sleep(10**6)\") & }"
                    .formatted(HOLD))
            .deployment());
    namespace.apply(budget("stuck", "  guard: {actions: [RecycleWorker, EvictPod]}\n"));
    namespace.awaitRolledOut("stuck", "WEB_CONCURRENCY", "2");
    namespace.apply(disruptionBudget("stuck", 3));
    String heavy = pods(namespace, "stuck").getFirst().getMetadata().getName();
    namespace.kubectl("exec", heavy, "-c", "web", "--", "touch", "/tmp/heavy").output();

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(namespace.kubectl("get", "events").output())
                    .contains("EvictionRefused", "PodDisruptionBudget"));
    assertThat(pods(namespace, "stuck")).anyMatch(pod -> name(pod).equals(heavy));

    namespace.apply(disruptionBudget("stuck", 2));

    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> pods(namespace, "stuck").stream().noneMatch(pod -> name(pod).equals(heavy)));
    assertThat(namespace.kubectl("get", "events").output()).contains("PodEvicted");
    assertThat(namespace.revisions("stuck")).as("no rollout for it").isEqualTo(2);
  }

  private static String name(Pod pod) {
    return pod.getMetadata().getName();
  }

  private static String disruptionBudget(String app, int available) {
    return """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: %1$s}
        spec:
          minAvailable: %2$d
          selector: {matchLabels: {app: %1$s}}
        """
        .formatted(app, available);
  }

  @Test
  void sustainedPressureDegradesAndCalmGivesBack(TestNamespace namespace) {
    namespace.apply(
        app("strained")
            .withEnv("REALTIME_ENABLED", "true")
            .running(
                "[ \"$REALTIME_ENABLED\" = false ] || exec python3 -c \"import time; %s; time.sleep(10**6)\""
                    .formatted(HOLD))
            .deployment());
    namespace.apply(
        budget(
            "strained",
            """
              guard: {actions: [RecycleWorker]}
              restore: {after: 1m}
              degrade: {after: 10s, env: {REALTIME_ENABLED: "false"}}
            """));

    namespace.awaitRolledOut("strained", "REALTIME_ENABLED", "false");
    assertThat(namespace.condition("strained", "Degraded"))
        .startsWith("True SustainedPressure")
        .contains("REALTIME_ENABLED");
    assertThat(namespace.variable("strained", "WEB_CONCURRENCY")).contains("2");

    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () -> assertThat(namespace.variable("strained", "REALTIME_ENABLED")).contains("true"));
    namespace.awaitRolledOut("strained", "REALTIME_ENABLED", "false");
    assertThat(
            namespace
                .deployment("strained")
                .getMetadata()
                .getAnnotations()
                .get("plimsoll.dev/ladder"))
        .contains("\"failures\":1");
  }

  @Test
  void aPlanThatItsWorkersDoNotSurviveIsReducedToWhatTheyDo(
      Cluster cluster, TestNamespace namespace) {
    GuardedApp.prepare(cluster);
    GuardedApp crowded =
        GuardedApp.named("crowded", namespace).with("WEB_CONCURRENCY", "6").with("BASE_MB", "90");
    crowded.deploy();

    namespace.apply(
        Budgets.workers("crowded", "Enforce", FAST + "  brake: {oomKills: 100, within: 10m}\n")
            .replace("150Mi, max: 8", "30Mi, max: 4"));

    await()
        .atMost(Duration.ofMinutes(4))
        .untilAsserted(
            () ->
                assertThat(namespace.kubectl("get", "events").output())
                    .contains("The plan is reduced"));
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(
                        namespace
                            .deployment("crowded")
                            .getMetadata()
                            .getAnnotations()
                            .get("plimsoll.dev/ladder"))
                    .contains("\"extent\":\"workers\""));
    int workers = Integer.parseInt(namespace.variable("crowded", "WEB_CONCURRENCY").orElseThrow());
    assertThat(workers).isBetween(1, 3);
    crowded.awaitReady();
    namespace.awaitCondition("crowded", "Ready", "Reduced");
  }
}
