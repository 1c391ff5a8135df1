package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Without an agent in its pods a budget is measured by a real metrics-server, where there is one.
 */
@OnCluster
class MetricsServerIT {

  @Test
  void theWorkingSetComesFromMetricsServerAndItsAbsenceIsSaid(
      Cluster cluster, TestNamespace namespace) {
    namespace.apply(App.named("stranger").deployment());
    namespace.awaitReplicas("stranger", 1);
    namespace.apply(Budgets.workers("stranger", "Recommend"));
    if (!cluster.servesMetrics()) {
      namespace.awaitCondition("stranger", "MetricsAvailable", "False None");
      assertThat(namespace.condition("stranger", "MetricsAvailable"))
          .contains("the cluster does not serve it", "Install metrics-server", "spec.mode");
    }

    cluster.whileMetricsAreServed(() -> isMeasured(namespace));
  }

  @Test
  void anAgentThatTheNetworkHidesIsSaidAndMetricsServerFillsIn(
      Cluster cluster, TestNamespace namespace) {
    namespace.apply(App.named("hidden").asUser(1000).deployment());
    namespace.awaitReplicas("hidden", 1);
    namespace.apply(Budgets.workers("hidden", "Guard", "  rollout: {cooldown: 1s}\n"));
    namespace.awaitCondition("hidden", "MetricsAvailable", "True Agent");
    assertThat(namespace.<Map<String, Object>>statusOf("hidden", "usage"))
        .containsKey("unreclaimable");

    cluster.whileMetricsAreServed(
        () -> cluster.whileAgentsAreHidden(() -> isMeasuredFromOutside(namespace)));

    namespace.awaitCondition("hidden", "MetricsAvailable", "True Agent");
  }

  private static void isMeasuredFromOutside(TestNamespace namespace) {
    namespace.awaitCondition("hidden", "MetricsAvailable", "False AgentUnreachable");
    // What was known of metrics.k8s.io may be half a minute old.
    namespace.awaitCondition("hidden", "MetricsAvailable", "metrics.k8s.io is asked instead");
    assertThat(namespace.condition("hidden", "MetricsAvailable"))
        .contains("hidden-", "NetworkPolicy");
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(namespace.<Map<String, Object>>statusOf("hidden", "usage"))
                    .containsKey("workingSet")
                    .doesNotContainKey("unreclaimable"));
  }

  private static void isMeasured(TestNamespace namespace) {
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () ->
                assertThat(namespace.condition("stranger", "MetricsAvailable"))
                    .startsWith("True MetricsServer"));
    Map<String, Object> usage = namespace.statusOf("stranger", "usage");
    assertThat(usage).containsEntry("pods", 1).containsEntry("oomKills", 0);
    assertThat(usage.get("workingSet").toString()).matches("\\d+Mi");
    assertThat(usage).doesNotContainKey("unreclaimable");
    assertThat(namespace.condition("stranger", "WithinBudget")).startsWith("Unknown NotMeasured");
  }
}
