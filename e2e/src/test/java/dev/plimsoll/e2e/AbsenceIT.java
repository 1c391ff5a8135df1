package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.e2e.harness.Agents;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.GuardedApp;
import dev.plimsoll.e2e.harness.KernelKills;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pods stay guarded while the operator or the API server is away; counts are right afterwards. */
@OnCluster
class AbsenceIT {
  private static final Duration WITHOUT_OPERATOR = Duration.ofMinutes(10);
  private static final Duration WITHOUT_API_SERVER = Duration.ofMinutes(2);

  @BeforeAll
  static void image(Cluster cluster) {
    GuardedApp.prepare(cluster);
  }

  @Test
  void tenMinutesWithoutAnOperatorAndTwoOfThemWithoutAnApiServer(
      Cluster cluster, TestNamespace namespace) {
    GuardedApp app = guarded("masterless", namespace);
    Agents agents = new Agents(namespace, app.name());
    KernelKills kills = new KernelKills(cluster, namespace, app.name());

    cluster.whileOperatorIsDown(
        () -> {
          app.load(10, WITHOUT_OPERATOR);
          await().atMost(Duration.ofMinutes(2)).until(() -> agents.recycles() > 0);
          long before = agents.recycles();
          cluster.whileApiServerIsStopped(
              () ->
                  await()
                      .pollDelay(WITHOUT_API_SERVER)
                      .atMost(WITHOUT_API_SERVER.plusMinutes(1))
                      .until(() -> true));
          assertThat(agents.recycles())
              .as("recycles, some of them meanwhile")
              .isGreaterThan(before);
          assertAnswered(app.outcome(WITHOUT_OPERATOR.plusMinutes(2)), agents, kills);
          hog(namespace, app.name());
          assertThat(kills.count()).as("kills that nobody can prevent").isPositive();
        });

    awaitCount(namespace, app.name(), kills.count());
  }

  private static GuardedApp guarded(String name, TestNamespace namespace) {
    GuardedApp app =
        GuardedApp.named(name, namespace)
            .with("WEB_CONCURRENCY", "2")
            .with("BASE_MB", "30")
            .with("LEAK_KB", "256");
    app.deploy();
    app.awaitReady();
    namespace.apply(
        Budgets.budget(
            name, "Deployment", "Guard", "  knobs: [{name: workers, memory: 60Mi, max: 4}]\n"));
    namespace.awaitCondition(name, "Applied", "True");
    app.awaitReady();
    return app;
  }

  private static void assertAnswered(JsonNode outcome, Agents agents, KernelKills kills) {
    assertThat(kills.count()).as("kills by the kernel").isZero();
    assertThat(outcome.get("failed").asInt())
        .as("failed: %s; the agents say %s", outcome, agents.samples())
        .isZero();
  }

  /** A process in the container that asks for more than there is, faster than any guard. */
  private static void hog(TestNamespace namespace, String app) {
    namespace
        .kubectl(
            "exec", "deployment/" + app, "-c", "web", "--", "python", "-c", "bytearray(400 << 20)")
        .run();
  }

  private static void awaitCount(TestNamespace namespace, String budget, long kills) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(namespace.<Map<String, Object>>statusOf(budget, "usage"))
                    .extracting("oomKills", InstanceOfAssertFactories.INTEGER)
                    .isEqualTo((int) kills));
  }
}
