package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.OwnedWorkload;
import dev.plimsoll.e2e.harness.TestNamespace;
import dev.plimsoll.operator.apply.ApplyResult;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.ReleaseResult;
import dev.plimsoll.operator.observe.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the user has after we let go: what they had, or what they have made of it since. */
@OnCluster
class ReleaserIT {
  private static final String WORKERS = "WEB_CONCURRENCY";
  private static final String POOL = "DB_POOL_MAX";
  private static final String LINE = "GUNICORN_CMD_ARGS";
  private static final Map<String, Map<String, String>> FLAGS =
      Map.of(LINE, Map.of("max-requests", "500"));

  @Test
  void everythingIsAsBeforeToTheByteAndToTheOwner(TestNamespace namespace) {
    OwnedWorkload web =
        given(
            namespace,
            App.named("exact").withEnv("A", "1").withEnv(WORKERS, "6").withEnv("EMPTY", ""));
    assertThat(web.revisions()).isEqualTo(1);
    Workload before = web.read();
    Map<String, List<String>> owners = web.owners();
    web.set(WORKERS, "2", POOL, "3", "EMPTY", "no");
    assertThat(web.environment()).containsEntry("EMPTY", "no").containsEntry(WORKERS, "2");

    assertThat(web.release()).isInstanceOf(ReleaseResult.Released.class);

    Workload after = web.read();
    assertThat(after.template()).isEqualTo(before.template());
    assertThat(after.annotations())
        .containsOnlyKeys(before.annotations().keySet().toArray(String[]::new));
    assertThat(web.owners()).isEqualTo(owners);
    assertThat(web.revisions()).as("the first ReplicaSet is used again").isEqualTo(2);
    assertThat(web.release()).isInstanceOf(ReleaseResult.Unchanged.class);
  }

  @Test
  void whatWasTakenFromAnApplierGoesBackToIt(TestNamespace namespace) {
    App app = App.named("applied").withReplicas(0).withEnv(WORKERS, "6").withEnv("B", "1");
    serverSideApply(namespace, app);
    OwnedWorkload web = OwnedWorkload.deployment(namespace, "applied");
    Workload before = web.read();
    Map<String, List<String>> owners = web.owners();
    web.set(WORKERS, "2", POOL, "3");

    web.release();

    assertThat(web.read().template()).isEqualTo(before.template());
    assertThat(web.owners()).isEqualTo(owners);
  }

  @Test
  void whatTheUserChangedMeanwhileStays(TestNamespace namespace) {
    OwnedWorkload web =
        given(
            namespace,
            App.named("edited")
                .withEnv(WORKERS, "6")
                .withEnv("GONE", "1")
                .withEnv("KEPT", "1")
                .withEnv("MINE", "1"));
    web.set(WORKERS, "2", POOL, "3", "GONE", "2", "KEPT", "2");

    namespace
        .kubectl(
            "set", "env", "deployment/edited", WORKERS + "=3", POOL + "=9", "GONE-", "MINE-", "N=1")
        .output();
    web.release();

    assertThat(web.environment())
        .containsExactlyInAnyOrderEntriesOf(Map.of(WORKERS, "3", POOL, "9", "KEPT", "1", "N", "1"));
    assertNothingOfOurs(web);
  }

  @Test
  void wordsThatTheUserAddedToOurLineStayAndOursGo(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("line").withEnv(LINE, "--timeout 60"));
    web.set(lineOf("--timeout 60 --max-requests 500"));

    namespace
        .kubectl(
            "set", "env", "deployment/line", LINE + "=--timeout 90 --max-requests 500 --preload")
        .output();
    web.release();

    assertThat(web.environment()).containsExactly(Map.entry(LINE, "--timeout 90 --preload"));
    assertNothingOfOurs(web);
  }

  @Test
  void aLineOfOursAloneIsRemovedThoughSomeoneQuotedIt(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("line-alone"));
    web.set(lineOf("--max-requests 500"));

    namespace.kubectl("set", "env", "deployment/line-alone", LINE + "=--max-requests=500").output();
    web.release();

    assertThat(web.environment()).isEmpty();
    assertNothingOfOurs(web);
  }

  @Test
  void aRestoredRollbackIsNoHindrance(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("undone").withEnv(WORKERS, "6"));
    web.set(WORKERS, "2", POOL, "3");

    namespace.kubectl("rollout", "undo", "deployment/undone").output();
    assertThat(web.environment()).containsExactly(Map.entry(WORKERS, "6"));
    assertThat(web.set(WORKERS, "2", POOL, "3")).isInstanceOf(ApplyResult.Applied.class);
    namespace.kubectl("rollout", "undo", "deployment/undone").output();
    web.release();

    assertThat(web.environment()).containsExactly(Map.entry(WORKERS, "6"));
    assertNothingOfOurs(web);
  }

  @Test
  void anotherBudgetsReleaseTouchesNothing(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("other"));
    web.set(WORKERS, "2");

    assertThat(web.release("second")).isInstanceOf(ReleaseResult.Unchanged.class);

    assertThat(web.environment()).containsEntry(WORKERS, "2");
  }

  @Test
  void ofWhatIsGoneThereIsNothingToRelease(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("gone"));
    web.set(WORKERS, "2");
    namespace.kubectl("delete", "deployment", "gone").output();

    assertThat(web.release()).isInstanceOf(ReleaseResult.Gone.class);
  }

  @Test
  void aWorkloadThatIsBeingDeletedIsLeftAlone(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("going"));
    web.set(WORKERS, "2");
    namespace
        .kubectl(
            "patch",
            "deployment",
            "going",
            "--type=merge",
            "-p",
            "{\"metadata\":{\"finalizers\":[\"example.com/held\"]}}")
        .output();
    namespace.kubectl("delete", "deployment", "going", "--wait=false").output();

    assertThat(web.release()).isInstanceOf(ReleaseResult.Gone.class);

    namespace
        .kubectl(
            "patch",
            "deployment",
            "going",
            "--type=merge",
            "-p",
            "{\"metadata\":{\"finalizers\":null}}")
        .output();
  }

  @Test
  void withoutOurAnnotationsOnlyWhatIsOursAloneIsRemoved(TestNamespace namespace) {
    OwnedWorkload web = given(namespace, App.named("wiped").withEnv(WORKERS, "6"));
    web.set(WORKERS, "2", POOL, "3");
    namespace
        .kubectl(
            "annotate",
            "deployment",
            "wiped",
            "plimsoll.dev/applied-",
            "plimsoll.dev/originals-",
            "plimsoll.dev/previous-")
        .output();

    web.release();

    assertThat(web.environment()).containsExactly(Map.entry(WORKERS, "2"));
    assertNothingOfOurs(web);
  }

  private static DesiredSettings lineOf(String text) {
    return OwnedWorkload.settings(FLAGS, LINE, text);
  }

  private static OwnedWorkload given(TestNamespace namespace, App app) {
    namespace.apply(app.withReplicas(0).deployment());
    return OwnedWorkload.deployment(namespace, app.name());
  }

  private static void serverSideApply(TestNamespace namespace, App app) {
    namespace
        .kubectl("apply", "--server-side", "--field-manager=platform-team", "-f", "-")
        .reading(app.deployment())
        .output();
  }

  private static void assertNothingOfOurs(OwnedWorkload web) {
    assertThat(web.read().annotations().keySet()).noneMatch(key -> key.contains("plimsoll"));
    assertThat(web.read().template().getMetadata().getLabels().keySet())
        .noneMatch(key -> key.contains("plimsoll"));
    assertThat(web.owners().keySet()).noneMatch(key -> key.contains("plimsoll"));
  }
}
