package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.GuardedApp;
import dev.plimsoll.e2e.harness.KernelKills;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The movie lottery's case: four workers of 300 MB each in 512Mi, over a hundred restarts in an
 * hour. Its costs are the document's: a connection of the pool 20 MB, a worker connection 0.1 MB.
 */
@OnCluster
class MovieLotteryIT {
  private static final Duration LOAD = Duration.ofMinutes(4);
  private static final int RATE = 10;
  private static final int LEAK_KB = 256;

  private static final String BUDGET =
      """
      apiVersion: plimsoll.dev/v1alpha1
      kind: MemoryBudget
      metadata: {name: lottery}
      spec:
        targetRef: {apiVersion: apps/v1, kind: Deployment, name: lottery}
        mode: Enforce
        memory: {base: 60Mi}
        runtime: {type: gunicorn, arguments: {timeout: "300", graceful-timeout: "30"}}
        knobs:
          - {name: workers, memory: 100Mi, max: 4}
          - {name: pool, env: POOL_SIZE, per: workers, memory: 20Mi, max: 5}
          - {name: connections, argument: worker-connections, per: workers, memory: 100Ki, min: 100, max: 1000, step: 100}
      """;

  @BeforeAll
  static void image(Cluster cluster) {
    GuardedApp.prepare(cluster);
  }

  @Test
  void afterTheBudgetsRolloutNoWorkerIsKilledAndFewAreRecycled(
      Cluster cluster, TestNamespace namespace) {
    GuardedApp lottery =
        GuardedApp.named("lottery", namespace)
            .withLimit("512Mi")
            .with("WEB_CONCURRENCY", "4")
            .with("GUNICORN_CMD_ARGS", "--worker-connections 1000 --timeout 120")
            .with("POOL_SIZE", "5")
            .with("POOL_MB", "20")
            .with("BASE_MB", "60")
            .with("LEAK_KB", Integer.toString(LEAK_KB))
            .withArguments("--threads", "4");
    lottery.deploy();
    KernelKills kills = new KernelKills(cluster, namespace, "lottery");
    await().atMost(Duration.ofMinutes(2)).until(() -> kills.count() >= 10);

    namespace.apply(BUDGET);
    namespace.awaitCondition("lottery", "Applied", "True");
    lottery.awaitReady();
    long before = kills.count();
    lottery.load(RATE, LOAD);
    JsonNode outcome = lottery.outcome(LOAD.plusMinutes(2));

    System.out.println(namespace.kubectl("get", "mb", "lottery", "-o", "yaml").output());
    System.out.println(outcome);
    assertThat(kills.count()).as("kills after the rollout").isEqualTo(before);
    assertThat(outcome.get("failed").asInt()).isZero();
  }
}
