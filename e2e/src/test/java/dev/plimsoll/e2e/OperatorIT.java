package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operator as those who run it see it: its series, its lease, its permissions and its log. */
@OnCluster
class OperatorIT {
  private static final String METRICS =
      "/api/v1/namespaces/%s/services/plimsoll-metrics:8080/proxy/metrics"
          .formatted(Cluster.OPERATOR_NAMESPACE);

  @Test
  void theSeriesOfABudgetComeAndGoWithIt(Cluster cluster, TestNamespace namespace) {
    namespace.apply(App.named("measured").deployment());
    namespace.apply(Budgets.workers("measured", "Enforce"));
    namespace.awaitRolledOut("measured", "WEB_CONCURRENCY", "2");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(seriesOf(cluster, namespace, "measured"))
                    .anyMatch(line -> line.matches("plimsoll_knob_value\\{.*workers.*} 2\\.0"))
                    .anyMatch(line -> line.matches("plimsoll_budget_limit_bytes.* 5\\.36870912E8"))
                    .anyMatch(line -> line.matches("plimsoll_rollouts_total\\{.*Plan.*} 1\\.0"))
                    .anyMatch(line -> line.matches("plimsoll_oom_kills_total.* 0\\.0"))
                    .anyMatch(line -> line.matches("plimsoll_feasible.* 1\\.0"))
                    .hasSizeLessThanOrEqualTo(12));

    namespace.kubectl("delete", "mb", "measured").output();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(seriesOf(cluster, namespace, "measured")).isEmpty());
  }

  private static List<String> seriesOf(Cluster cluster, TestNamespace namespace, String budget) {
    return cluster
        .kubectl("get", "--raw", METRICS)
        .output()
        .lines()
        .filter(line -> line.contains("name=\"%s\"".formatted(budget)))
        .filter(line -> line.contains("namespace=\"%s\"".formatted(namespace.name())))
        .toList();
  }

  @Test
  void anotherOperatorActsWhenTheLeaderIsKilled(Cluster cluster, TestNamespace namespace) {
    namespace.apply(App.named("led").deployment());
    namespace.apply(App.named("heir").deployment());
    cluster.whileOperatorsAre(
        2,
        () -> {
          String leader = leader(cluster);
          namespace.apply(Budgets.workers("led", "Enforce"));
          cluster
              .client()
              .pods()
              .inNamespace(Cluster.OPERATOR_NAMESPACE)
              .withName(leader)
              .withGracePeriod(0)
              .delete();

          namespace.apply(Budgets.workers("heir", "Enforce"));
          namespace.awaitRolledOut("heir", "WEB_CONCURRENCY", "2");
          namespace.awaitRolledOut("led", "WEB_CONCURRENCY", "2");
          namespace.awaitCondition("led", "Applied", "True");
          assertThat(leader(cluster)).isNotEmpty().isNotEqualTo(leader);
        });
    assertThat(namespace.revisions("led")).isEqualTo(2);
    assertThat(namespace.revisions("heir")).isEqualTo(2);
  }

  /** The pod that holds the lease: a holder is a host and a process on it. */
  private static String leader(Cluster cluster) {
    Lease lease =
        cluster
            .client()
            .leases()
            .inNamespace(Cluster.OPERATOR_NAMESPACE)
            .withName("plimsoll-operator")
            .require();
    return lease.getSpec().getHolderIdentity().replaceFirst("_\\d+$", "");
  }

  @Test
  void anOperatorOfOneNamespaceNeedsNoMoreThanARoleThere(Cluster cluster, TestNamespace namespace) {
    cluster.whileOperatorIsDown(
        () -> {
          cluster.installOperator(
              "narrow",
              "narrow-system",
              "crds.install=false",
              "rbac.aggregateToUserRoles=false",
              "fullnameOverride=narrow",
              "watchNamespaces={%s}".formatted(namespace.name()));
          try {
            useNarrowOperator(cluster, namespace);
          } finally {
            cluster.helm("uninstall", "narrow", "--namespace", "narrow-system", "--wait").output();
            cluster.client().namespaces().withName("narrow-system").delete();
          }
        });
  }

  private static void useNarrowOperator(Cluster cluster, TestNamespace namespace) {
    namespace.apply(App.named("near").deployment());
    namespace.apply(Budgets.workers("near", "Enforce"));
    namespace.awaitRolledOut("near", "WEB_CONCURRENCY", "2");
    namespace.awaitCondition("near", "Applied", "True");
    namespace.kubectl("delete", "mb", "near", "--timeout=60s").output();

    assertThat(namespace.variable("near", "WEB_CONCURRENCY")).isEmpty();
    assertThat(cluster.kubectl("get", "clusterroles,clusterrolebindings", "-o", "name").output())
        .doesNotContain("narrow");
    assertThat(cluster.kubectl("-n", "narrow-system", "logs", "deployment/narrow").output())
        .contains("RolloutStarted", "Released")
        .doesNotContainIgnoringCase("forbidden")
        .doesNotContain("\"WARN\"", "\"ERROR\"", "Exception");
  }
}
