package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.OwnedFields;
import dev.plimsoll.e2e.harness.TestChart;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever deploys the workload keeps doing it the way they always did: each way succeeds, costs one
 * revision beyond its own at most, and ends with our values.
 */
@OnCluster
class OwnershipIT {
  private static final String VARIABLE = "WEB_CONCURRENCY";
  private static final String FAST = "  rollout: {cooldown: 1s}\n";
  private static final String OVERRIDE = FAST + "  conflicts: Override\n";

  @Test
  void managedFieldsShowOnlyOurEntries(TestNamespace namespace) {
    namespace.apply(App.named("owned").withEnv("OTHER", "x").deployment());
    namespace.apply(Budgets.workers("owned", "Enforce"));
    namespace.awaitRolledOut("owned", VARIABLE, "2");

    List<ManagedFieldsEntry> ours =
        namespace.deployment("owned").getMetadata().getManagedFields().stream()
            .filter(entry -> entry.getManager().equals("plimsoll"))
            .toList();

    assertThat(ours).hasSize(1);
    assertThat(ours.getFirst().getOperation()).isEqualTo("Apply");
    assertThat(OwnedFields.of(ours.getFirst()))
        .allSatisfy(
            path ->
                assertThat(path)
                    .containsAnyOf(
                        "/f:metadata/f:annotations/f:plimsoll.dev/",
                        "/f:template/f:metadata/f:labels/f:plimsoll.dev/budget",
                        "/k:{\"name\":\"web\"}/f:name",
                        "/k:{\"name\":\"web\"}/.",
                        "/f:env/k:{\"name\":\"WEB_CONCURRENCY\"}/"));
  }

  @Test
  void aClientSideApplyOfTheUsersManifestSucceedsAndEndsWithOurValue(TestNamespace namespace) {
    App app = App.named("by-kubectl").withEnv(VARIABLE, "6");
    namespace.apply(app.deployment());
    namespace.apply(Budgets.workers("by-kubectl", "Enforce", FAST));
    namespace.awaitRolledOut("by-kubectl", VARIABLE, "2");
    long before = namespace.revisions("by-kubectl");

    namespace.apply(app.withEnv("RELEASE", "2").deployment());

    namespace.awaitRolledOut("by-kubectl", VARIABLE, "2");
    assertThat(namespace.variable("by-kubectl", "RELEASE")).contains("2");
    assertAtMostOneRevisionBeyondTheUsers(namespace, "by-kubectl", before);
    assertNoLoop(namespace, "by-kubectl");
  }

  @Test
  void aHelmUpgradeByServerSideApplySucceeds(
      Cluster cluster, TestNamespace namespace, @TempDir Path folder) throws IOException {
    upgradeByHelm(cluster, namespace, folder, "by-helm", OVERRIDE, List.of());
  }

  @Test
  void aHelmUpgradeWithoutServerSideApplySucceeds(
      Cluster cluster, TestNamespace namespace, @TempDir Path folder) throws IOException {
    upgradeByHelm(
        cluster, namespace, folder, "by-helm-client", FAST, List.of("--server-side=false"));
  }

  private static void upgradeByHelm(
      Cluster cluster,
      TestNamespace namespace,
      Path folder,
      String name,
      String more,
      List<String> flags)
      throws IOException {
    TestChart chart = TestChart.of(App.named(name).withEnv(VARIABLE, "6"), folder);
    List<String> install =
        new ArrayList<>(List.of("install", name, chart.path(), "-n", namespace.name()));
    install.addAll(flags);
    cluster.helm(install.toArray(String[]::new)).output();
    namespace.awaitReplicas(name, 1);
    namespace.apply(Budgets.workers(name, "Enforce", more));
    namespace.awaitRolledOut(name, VARIABLE, "2");
    long before = namespace.revisions(name);

    chart.write(App.named(name).withEnv(VARIABLE, "6").withEnv("RELEASE", "2"));
    List<String> upgrade =
        new ArrayList<>(List.of("upgrade", name, chart.path(), "-n", namespace.name()));
    upgrade.addAll(flags);
    cluster.helm(upgrade.toArray(String[]::new)).output();

    namespace.awaitRolledOut(name, VARIABLE, "2");
    assertThat(namespace.variable(name, "RELEASE")).contains("2");
    assertAtMostOneRevisionBeyondTheUsers(namespace, name, before);
    assertNoLoop(namespace, name);
  }

  @Test
  void aForcedServerSideApplyOfTheUsersManifestSucceeds(TestNamespace namespace) {
    App app = App.named("forced").withEnv(VARIABLE, "6");
    namespace.applyByForce(app.deployment());
    namespace.apply(Budgets.workers("forced", "Enforce", OVERRIDE));
    namespace.awaitRolledOut("forced", VARIABLE, "2");
    long before = namespace.revisions("forced");

    namespace.applyByForce(app.withEnv("RELEASE", "2").deployment());

    namespace.awaitRolledOut("forced", VARIABLE, "2");
    assertThat(namespace.variable("forced", "RELEASE")).contains("2");
    assertAtMostOneRevisionBeyondTheUsers(namespace, "forced", before);
    assertNoLoop(namespace, "forced");
  }

  @Test
  void autoRespectsAnAppliersValueAndPlansAroundIt(TestNamespace namespace) {
    namespace.applyByForce(App.named("applied").withEnv(VARIABLE, "1").deployment());

    namespace.apply(
        Budgets.workers("applied", "Enforce")
            .replace(
                "max: 8}", "max: 8}\n    - {name: jobs, env: MAX_JOBS, memory: 50Mi, max: 8}"));

    // 409Mi less 32Mi of base and one worker of 150Mi leave four jobs of 50Mi.
    namespace.awaitRolledOut("applied", "MAX_JOBS", "4");
    assertThat(namespace.variable("applied", VARIABLE)).contains("1");
    assertThat(namespace.condition("applied", "Applied"))
        .contains("WEB_CONCURRENCY", "platform-team");
  }

  @Test
  void respectTakesNothingThatTheManifestSets(TestNamespace namespace) {
    namespace.apply(App.named("respected").withEnv(VARIABLE, "1").deployment());

    namespace.apply(Budgets.workers("respected", "Enforce", "  conflicts: Respect\n"));

    namespace.awaitCondition("respected", "Applied", "WEB_CONCURRENCY");
    assertThat(namespace.variable("respected", VARIABLE)).contains("1");
  }

  @Test
  void afterThreeRevertsInAnHourItIsContestedAndLeftAlone(TestNamespace namespace) {
    App app = App.named("contested").withEnv(VARIABLE, "6");
    namespace.apply(app.deployment());
    namespace.apply(Budgets.workers("contested", "Enforce", FAST));
    namespace.awaitRolledOut("contested", VARIABLE, "2");
    for (int revert = 1; revert <= 2; revert++) {
      namespace.apply(app.deployment());
      namespace.awaitRolledOut("contested", VARIABLE, "2");
    }

    namespace.apply(app.deployment());

    namespace.awaitCondition("contested", "Applied", "Contested");
    namespace.awaitRolledOut("contested", VARIABLE, "6");
    namespace.apply(Budgets.workers("contested", "Enforce", FAST).replace("max: 8", "max: 7"));
    namespace.awaitRolledOut("contested", VARIABLE, "2");
  }

  private static void assertAtMostOneRevisionBeyondTheUsers(
      TestNamespace namespace, String app, long before) {
    assertThat(namespace.revisions(app) - before)
        .as("ReplicaSets that the user's deploy of %s cost", app)
        .isBetween(1L, 2L);
  }

  /** Another reconcile of the same budget, provoked, changes nothing on the workload. */
  private static void assertNoLoop(TestNamespace namespace, String app) {
    namespace.awaitCondition(app, "Applied", "True");
    Long generation = namespace.deployment(app).getMetadata().getGeneration();
    namespace.kubectl("label", "mb", app, "touched=yes").output();
    namespace.apply(
        Budgets.workers(app, "Recommend")
            .replace("name: " + app + "\nspec", "name: " + app + "-witness\nspec"));
    namespace.awaitCondition(app + "-witness", "Ready", "TargetTaken");
    assertThat(namespace.deployment(app).getMetadata().getGeneration()).isEqualTo(generation);
  }
}
