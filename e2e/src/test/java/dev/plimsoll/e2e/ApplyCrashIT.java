package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.CrashingClient;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.OwnedWorkload;
import dev.plimsoll.e2e.harness.TestNamespace;
import dev.plimsoll.operator.apply.ApplyResult;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.ReleaseResult;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Killed after any of its writes, the operator ends where it would have, in as many rollouts. */
@OnCluster
class ApplyCrashIT {
  private static final String WORKERS = "WEB_CONCURRENCY";
  private static final String JOBS = "MAX_JOBS";
  private static final String POOL = "DB_POOL_MAX";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void taking(int writes, Cluster cluster, TestNamespace namespace) {
    OwnedWorkload web = given(namespace, "taking-" + writes);

    crashAfter(writes, cluster, web, OwnedWorkload.settings(Map.of(), WORKERS, "2", POOL, "3"));
    web.set(WORKERS, "2", POOL, "3");

    assertThat(web.environment()).containsEntry(WORKERS, "2").containsEntry(POOL, "3");
    assertThat(web.revisions()).isEqualTo(2);
    assertThat(web.set(WORKERS, "2", POOL, "3")).isEqualTo(new ApplyResult.Unchanged());
    // Nobody else's server-side apply meets a conflict.
    serverSideApply(namespace, app("taking-" + writes).withEnv(WORKERS, "7"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void givingBackOneVariable(int writes, Cluster cluster, TestNamespace namespace) {
    OwnedWorkload web = given(namespace, "giving-" + writes);
    Map<String, List<String>> owners = web.owners();
    web.set(WORKERS, "2", JOBS, "1", POOL, "3");

    crashAfter(writes, cluster, web, OwnedWorkload.settings(Map.of(), POOL, "3"));
    web.set(POOL, "3");

    assertThat(web.environment())
        .containsExactly(Map.entry(WORKERS, "6"), Map.entry(JOBS, "9"), Map.entry(POOL, "3"));
    assertThat(web.revisions()).isEqualTo(3);
    assertThat(web.set(POOL, "3")).isEqualTo(new ApplyResult.Unchanged());
    assertThat(web.owners().get("platform-team/Apply"))
        .isEqualTo(owners.get("platform-team/Apply"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void releasing(int writes, Cluster cluster, TestNamespace namespace) {
    OwnedWorkload web = given(namespace, "releasing-" + writes);
    Workload before = web.read();
    Map<String, List<String>> owners = web.owners();
    web.set(WORKERS, "2", POOL, "3");

    try (KubernetesClient crashing = CrashingClient.after(writes, cluster)) {
      assertThatThrownBy(() -> web.through(crashing).release())
          .hasStackTraceContaining(CrashingClient.MESSAGE);
    }
    assertThat(web.release()).isInstanceOf(ReleaseResult.Released.class);

    assertThat(web.read().template()).isEqualTo(before.template());
    assertThat(web.revisions()).isEqualTo(2);
    assertThat(web.owners()).isEqualTo(owners);
    assertThat(web.read().annotations().keySet()).noneMatch(key -> key.contains("plimsoll"));
  }

  private static void crashAfter(
      int writes, Cluster cluster, OwnedWorkload web, DesiredSettings settings) {
    try (KubernetesClient crashing = CrashingClient.after(writes, cluster)) {
      assertThatThrownBy(() -> web.through(crashing).set(settings))
          .hasStackTraceContaining(CrashingClient.MESSAGE);
    }
  }

  private static App app(String name) {
    return App.named(name).withReplicas(0).withEnv(WORKERS, "6").withEnv(JOBS, "9");
  }

  private static OwnedWorkload given(TestNamespace namespace, String name) {
    serverSideApply(namespace, app(name));
    return OwnedWorkload.deployment(namespace, name);
  }

  private static void serverSideApply(TestNamespace namespace, App app) {
    namespace
        .kubectl("apply", "--server-side", "--field-manager=platform-team", "-f", "-")
        .reading(app.deployment())
        .output();
  }
}
