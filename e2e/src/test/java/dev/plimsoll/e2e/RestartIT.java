package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An operator that dies at any point of a rollout makes no second one. */
@OnCluster
class RestartIT {
  private static final int KILLS = 20;
  private static final long SEED = 20251125;

  @Test
  void twentyKillsAtRandomMomentsOfARolloutMakeOneRolloutEach(
      Cluster cluster, TestNamespace namespace) {
    Random random = new Random(SEED);
    IntStream.range(0, KILLS).forEach(i -> namespace.apply(App.named("app-" + i).deployment()));
    IntStream.range(0, KILLS).forEach(i -> namespace.awaitReplicas("app-" + i, 1));

    for (int i = 0; i < KILLS; i++) {
      String app = "app-" + i;
      cluster.awaitOperator();
      namespace.apply(Budgets.workers(app, "Enforce"));
      Duration moment = Duration.ofMillis(random.nextInt(2500));
      Awaitility.await()
          .pollDelay(moment)
          .atMost(moment.plusSeconds(10))
          .until(() -> cluster.killOperator());
    }

    cluster.awaitOperator();
    for (int i = 0; i < KILLS; i++) {
      namespace.awaitRolledOut("app-" + i, "WEB_CONCURRENCY", "2");
      namespace.awaitCondition("app-" + i, "Applied", "True");
      assertThat(namespace.revisions("app-" + i)).as("ReplicaSets of app-%d", i).isEqualTo(2);
    }
  }
}
