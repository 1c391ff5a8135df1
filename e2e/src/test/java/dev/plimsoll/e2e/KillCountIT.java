package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real kills by a real kernel, under real agents: each is counted once, whoever restarts. */
@OnCluster
class KillCountIT {
  private static final String FAST = "  rollout: {cooldown: 1s}\n";

  /** A first process that takes all memory once it is asked to, and is killed for it. */
  private static final String MORTAL =
      "until [ -e /tmp/die ]; do sleep 0.2; done; exec tail /dev/zero";

  @Test
  void eachKillIsCountedOnceWhoeverRestarts(Cluster cluster, TestNamespace namespace) {
    namespace.apply(App.named("web").withLimit("96Mi").asUser(1000).running(MORTAL).deployment());
    namespace.awaitReplicas("web", 1);
    namespace.apply(Budgets.workers("web", "Guard", FAST));
    namespace.awaitRolledOut("web", "PLIMSOLL_CONTAINER", "web");
    namespace.awaitCondition("web", "MetricsAvailable", "True Agent");
    assertThat(usage(namespace).get("unreclaimable").toString()).matches("\\d+Mi");
    assertThat(usage(namespace)).containsEntry("pods", 1).containsEntry("oomKills", 0);

    // The first process is killed: agent and pod status both may tell.
    inside(namespace, "touch /tmp/die");
    awaitRestarts(namespace, "web", 1);
    awaitKills(namespace, 1);
    staysAt(namespace, 1);

    // A child is killed and its container goes on: Kubernetes does not see it.
    killChild(namespace);
    killChild(namespace);
    awaitKills(namespace, 3);
    namespace.awaitCondition("web", "WithinBudget", "False OomKilled");
    assertThat(usage(namespace).get("lastOomKill")).isNotNull();

    cluster.whileOperatorIsDown(
        () -> {
          killChild(namespace);
          killChild(namespace);
          killChild(namespace);
        });
    awaitKills(namespace, 6);

    cluster.killOperator();
    cluster.awaitOperator();
    staysAt(namespace, 6);

    inside(namespace, "pkill -9 java");
    awaitRestarts(namespace, "plimsoll-agent", 1);
    killChild(namespace);
    awaitKills(namespace, 7);
    staysAt(namespace, 7);

    String old = pod(namespace).getMetadata().getName();
    namespace.kubectl("delete", "pod", old).output();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !pod(namespace).getMetadata().getName().equals(old));
    namespace.awaitReplicas("web", 1);
    killChild(namespace);
    awaitKills(namespace, 8);
    writesNothingInASteadyState(namespace);
  }

  private static void writesNothingInASteadyState(TestNamespace namespace) {
    staysAt(namespace, 8);
    String version = namespace.budget("web").getMetadata().getResourceVersion();
    await()
        .during(Duration.ofSeconds(40))
        .atMost(Duration.ofSeconds(50))
        .untilAsserted(
            () ->
                assertThat(namespace.budget("web").getMetadata().getResourceVersion())
                    .isEqualTo(version));
  }

  private static void killChild(TestNamespace namespace) {
    assertThat(inside(namespace, "tail /dev/zero || echo killed: $?")).contains("killed: 137");
  }

  private static String inside(TestNamespace namespace, String shell) {
    return namespace
        .kubectl(
            "exec", pod(namespace).getMetadata().getName(), "-c", "web", "--", "sh", "-c", shell)
        .output();
  }

  /** The one pod that is not going. */
  private static Pod pod(TestNamespace namespace) {
    return pods(namespace).stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .findFirst()
        .orElseThrow();
  }

  private static List<Pod> pods(TestNamespace namespace) {
    return namespace
        .client()
        .pods()
        .inNamespace(namespace.name())
        .withLabel("app", "web")
        .list()
        .getItems();
  }

  private static void awaitRestarts(TestNamespace namespace, String container, int restarts) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        Stream.of(
                                pod(namespace).getStatus().getContainerStatuses(),
                                pod(namespace).getStatus().getInitContainerStatuses())
                            .flatMap(List::stream)
                            .filter(status -> status.getName().equals(container))
                            .filter(status -> Boolean.TRUE.equals(status.getReady())))
                    .allMatch(status -> status.getRestartCount() >= restarts)
                    .isNotEmpty());
  }

  private static Map<String, Object> usage(TestNamespace namespace) {
    return Optional.<Map<String, Object>>ofNullable(namespace.statusOf("web", "usage"))
        .orElse(Map.of());
  }

  private static void awaitKills(TestNamespace namespace, int kills) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(usage(namespace)).containsEntry("oomKills", kills));
  }

  private static void staysAt(TestNamespace namespace, int kills) {
    await()
        .during(Duration.ofSeconds(15))
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(usage(namespace)).containsEntry("oomKills", kills));
  }
}
