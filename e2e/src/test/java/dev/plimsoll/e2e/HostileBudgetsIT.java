package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.HostileBudgets;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wrong budgets are answered, every one, and cost the right ones nothing. */
@OnCluster
class HostileBudgetsIT {
  private static final int COUNT = 200;
  private static final long SEED = 512;

  @Test
  void everyOneIsAnsweredAndTheGoodOneBesideThemIsReconciled(
      Cluster cluster, TestNamespace namespace) {
    namespace.apply(App.named("prey").deployment());
    namespace.apply(App.named("good").deployment());
    List<String> accepted = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    int index = 0;
    for (String manifest : HostileBudgets.of(COUNT, SEED)) {
      try {
        cluster
            .client()
            .resource(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
            .inNamespace(namespace.name())
            .create();
        accepted.add("hostile-" + index);
      } catch (KubernetesClientException refusal) {
        refusals.add(refusal.getMessage());
      }
      index++;
    }
    namespace.apply(Budgets.workers("good", "Enforce"));

    namespace.awaitRolledOut("good", "WEB_CONCURRENCY", "2");
    assertThat(refusals).hasSizeGreaterThan(COUNT / 2);
    assertThat(accepted.size() + refusals.size()).isEqualTo(COUNT);
    assertThat(accepted)
        .allSatisfy(
            name ->
                await()
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                        () ->
                            assertThat(namespace.condition(name, "Ready"))
                                .as("the answer to %s", name)
                                .isNotEmpty()));
    System.out.printf(
        "%d hostile budgets: %d refused by the API server, %d answered by the operator%n",
        COUNT, refusals.size(), accepted.size());
  }
}
