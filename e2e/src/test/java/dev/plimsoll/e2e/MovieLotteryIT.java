package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.e2e.harness.Agents;
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
  private static final Duration LOAD = Duration.ofMinutes(3);
  private static final int RATE = 10;
  private static final int LEAK_KB = 256;
  private static final int LIMIT_MI = 512;

  /** By the plan. */
  private static final int WORKERS = 2;

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
            .withLimit(LIMIT_MI + "Mi")
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
    Agents agents = new Agents(namespace, "lottery");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> agents.samples().getFirst().at("/server/workers").asInt() == WORKERS);
    long killsBefore = kills.count();
    double fresh = agents.samples().getFirst().at("/memory/unreclaimable").asDouble();
    lottery.load(RATE, LOAD);
    JsonNode outcome = lottery.outcome(LOAD.plusMinutes(2));

    double minimum = leastRecycles(outcome.get("answered").asInt(), fresh);
    long recycles = agents.recycles();
    System.out.printf(
        "movie lottery: %d kills before the budget, %d after its rollout; %s%n"
            + "movie lottery: %d recycles, the leak needs %.1f: ratio %.2f%n",
        killsBefore, kills.count() - killsBefore, outcome, recycles, minimum, recycles / minimum);
    assertThat(kills.count()).as("kills after the rollout").isEqualTo(killsBefore);
    assertThat(outcome.get("answered")).as("%s", outcome).isEqualTo(outcome.get("arrivals"));
    assertThat((double) recycles).as("recycles").isBetween(1.0, 1.5 * minimum + 1);
  }

  /**
   * What w workers need that each leak so much in all, the fattest going first: w (w + 1) / 2 times
   * that leak by the headroom between fresh workers and the hard line.
   */
  private static double leastRecycles(int requests, double fresh) {
    double leakOfOne = (double) requests * LEAK_KB * 1024 / WORKERS;
    double headroom = 0.93 * LIMIT_MI * (1 << 20) - fresh;
    return leakOfOne * WORKERS * (WORKERS + 1) / 2 / headroom;
  }
}
