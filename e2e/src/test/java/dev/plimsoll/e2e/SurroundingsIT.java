package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Workloads that are not one plain container with plain variables. */
@OnCluster
class SurroundingsIT {

  @Test
  void ofSeveralContainersTheBudgetNamesOne(TestNamespace namespace) {
    namespace.apply(
        changed(
            App.named("pair"),
            pod ->
                pod.addToContainers(
                    new ContainerBuilder(pod.buildFirstContainer()).withName("proxy").build())));
    namespace.apply(Budgets.workers("pair", "Enforce"));
    namespace.awaitCondition("pair", "Ready", "has several containers (web, proxy)");
    namespace.apply(Budgets.workers("pair", "Enforce", "  container: wbe\n"));
    namespace.awaitCondition("pair", "Ready", "no container wbe (it has web, proxy)");

    namespace.apply(Budgets.workers("pair", "Enforce", "  container: web\n"));

    namespace.awaitRolledOut("pair", "WEB_CONCURRENCY", "2");
    assertThat(
            namespace
                .deployment("pair")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getLast()
                .getEnv())
        .isEmpty();
  }

  @Test
  void aTotalIsSharedByAllThatAnAutoscalerAndARolloutMayStart(TestNamespace namespace) {
    namespace.apply(App.named("scaled").deployment());
    namespace.apply(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: scaled}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: scaled}
          minReplicas: 1
          maxReplicas: 4
          metrics:
            - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}
        """);
    namespace.apply(
        Budgets.budget(
            "scaled",
            "Deployment",
            "Enforce",
            """
              rollout: {cooldown: 1s}
              knobs: [{name: pool, env: DB_POOL_MAX, memory: 5Mi, max: 10, maxTotal: 20}]
            """));

    // Four pods and one of surge.
    namespace.awaitRolledOut("scaled", "DB_POOL_MAX", "4");
    namespace.kubectl("delete", "hpa", "scaled").output();
    namespace.awaitRolledOut("scaled", "DB_POOL_MAX", "10");
  }

  @Test
  void valuesFromElsewhereStayAndAreCountedInFull(TestNamespace namespace) {
    namespace.apply(changed(App.named("indirect"), SurroundingsIT::withValuesFromElsewhere));
    String spec =
        """
          knobs:
            - {name: workers, env: WEB_CONCURRENCY, memory: 100Mi, max: 2}
            - {name: pool, env: DB_POOL_MAX, memory: 5Mi, max: 4}
            - {name: threads, env: THREADS, memory: 1Mi, max: 3}
        """;
    namespace.apply(Budgets.budget("indirect", "Deployment", "Enforce", spec));
    namespace.awaitCondition("indirect", "Applied", "Respected");
    assertThat(namespace.condition("indirect", "Applied"))
        .contains(
            "WEB_CONCURRENCY of container web may be set by", "conflicts: Override", "pool 4");
    assertThat(namespace.variable("indirect", "WEB_CONCURRENCY")).isEmpty();

    namespace.apply(
        Budgets.budget("indirect", "Deployment", "Enforce", "  conflicts: Override\n" + spec));

    namespace.awaitRolledOut("indirect", "WEB_CONCURRENCY", "2");
    namespace.awaitCondition("indirect", "Applied", "True Applied");
    assertThat(namespace.condition("indirect", "Applied"))
        .contains(
            "DB_POOL_MAX of container web takes its value from",
            "THREADS of container web is named 2 times");
  }

  private static void withValuesFromElsewhere(PodSpecBuilder pod) {
    pod.editFirstContainer()
        .addNewEnvFrom()
        .withNewConfigMapRef("settings", true)
        .endEnvFrom()
        .addNewEnv()
        .withName("DB_POOL_MAX")
        .withNewValueFrom()
        .withNewConfigMapKeyRef("pool", "settings", true)
        .endValueFrom()
        .endEnv()
        .addNewEnv()
        .withName("THREADS")
        .withValue("2")
        .endEnv()
        .addNewEnv()
        .withName("THREADS")
        .withValue("3")
        .endEnv()
        .endContainer();
  }

  @Test
  void aPausedDeploymentIsLeftUntilItIsResumed(TestNamespace namespace) {
    namespace.apply(App.named("halted").deployment());
    namespace.awaitReplicas("halted", 1);
    namespace.kubectl("rollout", "pause", "deployment/halted").output();
    namespace.apply(Budgets.workers("halted", "Enforce"));
    namespace.awaitCondition("halted", "Applied", "RolloutUnsupported");
    assertThat(namespace.condition("halted", "Applied")).contains("resume the workload");
    assertThat(namespace.variable("halted", "WEB_CONCURRENCY")).isEmpty();

    namespace.kubectl("rollout", "resume", "deployment/halted").output();

    namespace.awaitRolledOut("halted", "WEB_CONCURRENCY", "2");
  }

  @Test
  void whatTheManifestShowsAndWhatDoesNotActYetAreNamedBesideThePlan(TestNamespace namespace) {
    namespace.apply(
        App.named("shown").withEnv("DATABASE_URL", "sqlite:////srv/app.db").deployment());
    namespace.apply(
        Budgets.workers("shown", "Recommend", "  memory: {limit: 256Mi}\n")
            .replace("max: 8}", "max: 8, occupancy: {children: true}}"));

    namespace.awaitCondition("shown", "Ready", "True Planned");
    assertThat(namespace.condition("shown", "Ready"))
        .contains("SqliteInProduction", "NotYetActive: spec.knobs[0].occupancy");
    assertThat(namespace.condition("shown", "Feasible"))
        .contains("spec.memory.limit, the smaller", "512Mi");
    assertThat(namespace.<String>statusOf("shown", "limit")).isEqualTo("256Mi");
    assertThat(
            namespace
                .kubectl("get", "events", "--field-selector=involvedObject.name=shown")
                .output())
        .containsOnlyOnce("SqliteInProduction")
        .containsOnlyOnce("NotYetActive");
  }

  @Test
  void whatWasDoneIsKeptAcrossTheUsersDeploys(TestNamespace namespace) {
    App app = App.named("remembered");
    namespace.apply(app.withEnv("WEB_CONCURRENCY", "6").deployment());
    namespace.awaitReplicas("remembered", 1);
    namespace.apply(Budgets.workers("remembered", "Enforce"));
    namespace.awaitRolledOut("remembered", "WEB_CONCURRENCY", "2");
    namespace.awaitCondition("remembered", "Applied", "True");
    Object since = readySince(namespace);

    namespace.apply(app.withEnv("WEB_CONCURRENCY", "7").deployment());

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        namespace.<List<Map<String, Object>>>statusOf(
                            "remembered", "recentActions"))
                    .extracting(action -> action.get("reason"))
                    .containsExactly("Reapply", "Plan"));
    namespace.awaitRolledOut("remembered", "WEB_CONCURRENCY", "2");
    namespace.awaitCondition("remembered", "Applied", "True");
    assertThat(
            namespace
                .kubectl("get", "events", "--field-selector=involvedObject.name=remembered")
                .output())
        .containsOnlyOnce(" Planned ");
    assertThat(readySince(namespace)).isEqualTo(since);
  }

  private static Object readySince(TestNamespace namespace) {
    return namespace.<List<Map<String, Object>>>statusOf("remembered", "conditions").stream()
        .filter(condition -> "Ready".equals(condition.get("type")))
        .map(condition -> condition.get("lastTransitionTime"))
        .findFirst()
        .orElseThrow();
  }

  /** The manifest of an app with another pod spec. */
  private static String changed(App app, Consumer<PodSpecBuilder> change) {
    Deployment deployment = Serialization.unmarshal(app.deployment(), Deployment.class);
    PodSpecBuilder pod = new PodSpecBuilder(deployment.getSpec().getTemplate().getSpec());
    change.accept(pod);
    deployment.getSpec().getTemplate().setSpec(pod.build());
    return Serialization.asYaml(deployment);
  }
}
