package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.OwnedWorkload;
import dev.plimsoll.e2e.harness.TestChart;
import dev.plimsoll.e2e.harness.TestNamespace;
import dev.plimsoll.operator.apply.ApplyResult;
import dev.plimsoll.operator.observe.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real API server makes of our requests, between and after those of the user. */
@OnCluster
class ApplierIT {
  private static final String WORKERS = "WEB_CONCURRENCY";
  private static final String POOL = "DB_POOL_MAX";

  @Test
  void ownsItsAnnotationsItsLabelAndItsVariablesAndNothingElse(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("owns").withEnv("OTHER", "x"));

    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));

    assertThat(web.environment())
        .containsExactly(Map.entry("OTHER", "x"), Map.entry(WORKERS, "2"), Map.entry(POOL, "3"));
    String container = "/f:spec/f:template/f:spec/f:containers/k:{\"name\":\"web\"}/f:env";
    assertThat(web.owners().get("plimsoll/Apply"))
        .containsExactlyInAnyOrder(
            "/f:metadata/f:annotations/f:plimsoll.dev/applied",
            "/f:metadata/f:annotations/f:plimsoll.dev/originals",
            "/f:spec/f:template/f:metadata/f:labels/f:plimsoll.dev/budget",
            container + "/k:{\"name\":\"WEB_CONCURRENCY\"}/.",
            container + "/k:{\"name\":\"WEB_CONCURRENCY\"}/f:name",
            container + "/k:{\"name\":\"WEB_CONCURRENCY\"}/f:value",
            container + "/k:{\"name\":\"DB_POOL_MAX\"}/.",
            container + "/k:{\"name\":\"DB_POOL_MAX\"}/f:name",
            container + "/k:{\"name\":\"DB_POOL_MAX\"}/f:value");
    assertThat(web.owners()).doesNotContainKey("plimsoll/Update");
  }

  @Test
  void aSteadyStateWritesNothing(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("steady").withEnv(WORKERS, "6"));
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));

    assertUnchanged(web, WORKERS, "2", POOL, "3");
  }

  @Test
  void aStaleReadWritesNothing(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("stale"));
    Workload before = web.read();
    namespace.kubectl("set", "env", "deployment/stale", "A=1").output();

    ApplyResult result = web.set(before, OwnedWorkload.settings(Map.of(), WORKERS, "2"));

    assertThat(result).isInstanceOf(ApplyResult.Stale.class);
    assertThat(web.environment()).doesNotContainKey(WORKERS);
  }

  @Test
  void aClientSideApplyOfTheSameManifestCostsOneRevision(TestNamespace namespace) {
    App app = App.named("by-kubectl").withEnv("A", "1").withEnv(WORKERS, "6").withEnv("Z", "1");
    OwnedWorkload web = given(namespace, app);
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));
    assertThat(web.revisions()).isEqualTo(2);

    namespace.apply(app.withReplicas(0).deployment());
    assertThat(web.environment()).containsEntry(WORKERS, "6").containsEntry(POOL, "3");
    assertThat(web.revisions()).as("with the user's deploy").isEqualTo(3);
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));

    assertUnchanged(web, WORKERS, "2", POOL, "3");
    assertThat(web.revisions()).isEqualTo(3);
  }

  @Test
  void aClientSideApplyThatDropsTheVariableLeavesItOurs(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("dropped").withEnv(WORKERS, "6"));
    assertRolledOut(web.set(WORKERS, "2"));

    namespace.apply(App.named("dropped").withReplicas(0).deployment());
    assertRolledOut(web.set(WORKERS, "2"));

    assertUnchanged(web, WORKERS, "2");
    web.release();
    assertThat(web.environment()).isEmpty();
  }

  @Test
  void helmUpgradesByServerSideApply(Cluster cluster, TestNamespace namespace, @TempDir Path folder)
      throws IOException {
    upgradeByHelm(cluster, namespace, folder, "helm-ssa", List.of());
  }

  @Test
  void helmUpgradesWithoutServerSideApply(
      Cluster cluster, TestNamespace namespace, @TempDir Path folder) throws IOException {
    upgradeByHelm(cluster, namespace, folder, "helm-csa", List.of("--server-side=false"));
  }

  private static void upgradeByHelm(
      Cluster cluster, TestNamespace namespace, Path folder, String name, List<String> flags)
      throws IOException {
    App app = App.named(name).withReplicas(0).withEnv("A", "1").withEnv(WORKERS, "6");
    TestChart chart = TestChart.of(app, folder);
    helm(cluster, namespace, "install", name, chart, flags);
    OwnedWorkload web = OwnedWorkload.deployment(namespace, name);
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));
    assertThat(web.revisions()).isEqualTo(2);

    // The same chart again: its value comes back once, ours returns to the ReplicaSet it had.
    helm(cluster, namespace, "upgrade", name, chart, flags);
    assertThat(web.revisions()).as("with the user's deploy").isEqualTo(3);
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));
    assertUnchanged(web, WORKERS, "2", POOL, "3");
    assertThat(web.revisions()).isEqualTo(3);

    // A new release of the app.
    chart.write(app.withEnv("RELEASE", "2"));
    helm(cluster, namespace, "upgrade", name, chart, flags);
    assertThat(web.revisions()).as("with the user's release").isEqualTo(4);
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));
    assertUnchanged(web, WORKERS, "2", POOL, "3");
    assertThat(web.revisions()).isEqualTo(5);
    assertThat(web.environment()).containsEntry("RELEASE", "2");

    // The chart gives the variable up.
    chart.write(App.named(name).withReplicas(0).withEnv("A", "1"));
    helm(cluster, namespace, "upgrade", name, chart, flags);
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));
    web.release();
    assertThat(web.environment()).containsOnlyKeys("A");
  }

  @Test
  void theUsersForcedServerSideApplySucceeds(TestNamespace namespace) {
    App app = App.named("forced").withReplicas(0).withEnv("A", "1").withEnv(WORKERS, "6");
    namespace.applyByForce(app.deployment());
    OwnedWorkload web = OwnedWorkload.deployment(namespace, "forced");
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));

    assertThat(web.revisions()).isEqualTo(2);
    namespace.applyByForce(app.withEnv("RELEASE", "2").deployment());
    assertThat(web.revisions()).as("with the user's release").isEqualTo(3);
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));

    assertUnchanged(web, WORKERS, "2", POOL, "3");
    assertThat(web.revisions()).isEqualTo(4);
  }

  @Test
  void anUnforcedServerSideApplyMeetsNoConflictOnATakenVariable(TestNamespace namespace) {
    App app = App.named("unforced").withReplicas(0).withEnv(WORKERS, "6");
    namespace.applyByForce(app.deployment());
    OwnedWorkload web = OwnedWorkload.deployment(namespace, "unforced");
    assertRolledOut(web.set(WORKERS, "2"));

    namespace
        .kubectl("apply", "--server-side", "--field-manager=platform-team", "-f", "-")
        .reading(app.withEnv(WORKERS, "7").deployment())
        .output();

    assertThat(web.environment()).containsEntry(WORKERS, "7");
  }

  @Test
  void anApplierMayRenameTheContainerWeSetVariablesOn(TestNamespace namespace) {
    App app = App.named("renamed").withReplicas(0).withEnv("A", "1");
    namespace.applyByForce(app.deployment());
    OwnedWorkload web = OwnedWorkload.deployment(namespace, "renamed");
    assertRolledOut(web.set(WORKERS, "2"));

    namespace
        .kubectl("apply", "--server-side", "--field-manager=platform-team", "-f", "-")
        .reading(app.deployment().replace("\"web\"", "\"app\"").replace("name: web", "name: app"))
        .output();

    assertThat(web.read().container("web")).isEmpty();
    assertThat(web.environment()).containsOnlyKeys("A");
  }

  @Test
  void aVariableThatLeavesTheBudgetIsGivenBackInOneRollout(TestNamespace namespace) {
    OwnedWorkload web =
        given(namespace, App.named("fewer").withEnv(WORKERS, "6").withEnv("JOBS", "9"));
    Map<String, List<String>> before = web.owners();
    assertRolledOut(web.set(WORKERS, "2", "JOBS", "1", POOL, "3"));

    assertRolledOut(web.set(WORKERS, "2"));

    assertThat(web.environment()).containsExactly(Map.entry(WORKERS, "2"), Map.entry("JOBS", "9"));
    assertThat(web.read().rollout().generation()).isEqualTo(3);
    assertUnchanged(web, WORKERS, "2");
    assertThat(web.owners().get("kubectl-client-side-apply"))
        .isEqualTo(before.get("kubectl-client-side-apply"));
  }

  @Test
  void aVariableTakenFromAnApplierIsGivenBackToIt(TestNamespace namespace) {
    App app = App.named("back").withReplicas(0).withEnv(WORKERS, "6").withEnv("JOBS", "9");
    namespace.applyByForce(app.deployment());
    OwnedWorkload web = OwnedWorkload.deployment(namespace, "back");
    Map<String, List<String>> before = web.owners();
    assertRolledOut(web.set(WORKERS, "2", "JOBS", "1"));

    assertRolledOut(web.set());

    assertThat(web.environment()).containsExactly(Map.entry(WORKERS, "6"), Map.entry("JOBS", "9"));
    assertUnchanged(web);
    assertThat(web.owners()).isEqualTo(before);
    assertThat(web.read().annotations())
        .noneSatisfy((key, value) -> assertThat(key).contains("plimsoll"));
  }

  @Test
  void aValueThatTheUserGaveToAVariableOfOursStaysWhenWeStandDown(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("stood-down"));
    assertRolledOut(web.set(WORKERS, "2", POOL, "3"));
    namespace.kubectl("set", "env", "deployment/stood-down", WORKERS + "=9").output();

    assertThat(web.set(POOL, "3")).isInstanceOf(ApplyResult.Applied.class);

    assertThat(web.environment()).containsEntry(WORKERS, "9").containsEntry(POOL, "3");
    web.release();
    assertThat(web.environment()).containsExactly(Map.entry(WORKERS, "9"));
  }

  @Test
  void aStatefulSetIsSetAndGivenBackLikeADeployment(TestNamespace namespace) {
    namespace.apply(
        App.named("stateful").withReplicas(0).withEnv(WORKERS, "6").statefulSet("RollingUpdate"));
    OwnedWorkload db = OwnedWorkload.statefulSet(namespace, "stateful");

    assertRolledOut(db.set(WORKERS, "2", POOL, "3"));
    assertUnchanged(db, WORKERS, "2", POOL, "3");
    db.release();

    assertThat(db.environment()).containsExactly(Map.entry(WORKERS, "6"));
  }

  @Test
  void whatTheApiServerRefusesIsSaidInItsWords(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("refused"));

    ApplyResult result = web.set("NOT=A=NAME", "1");

    assertThat(result)
        .isInstanceOfSatisfying(
            ApplyResult.Refused.class,
            refused ->
                assertThat(refused.message())
                    .contains("Deployment/refused", "a valid environment variable name"));
  }

  private static OwnedWorkload given(TestNamespace namespace, App app) {
    namespace.apply(app.withReplicas(0).deployment());
    return OwnedWorkload.deployment(namespace, app.name());
  }

  private static void helm(
      Cluster cluster,
      TestNamespace namespace,
      String verb,
      String name,
      TestChart chart,
      List<String> flags) {
    List<String> words = new ArrayList<>(List.of(verb, name, chart.path(), "-n", namespace.name()));
    words.addAll(flags);
    cluster.helm(words.toArray(String[]::new)).output();
  }

  private static void assertRolledOut(ApplyResult result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            ApplyResult.Applied.class, applied -> assertThat(applied.rollsOut()).isTrue());
  }

  private static void assertUnchanged(OwnedWorkload web, String... variablesAndValues) {
    Workload before = web.read();
    assertThat(web.set(before, OwnedWorkload.settings(Map.of(), variablesAndValues)))
        .isEqualTo(new ApplyResult.Unchanged());
    assertThat(web.read().managedFields().stream().filter(e -> e.getManager().equals("plimsoll")))
        .isEqualTo(
            before.managedFields().stream()
                .filter(e -> e.getManager().equals("plimsoll"))
                .toList());
  }
}
