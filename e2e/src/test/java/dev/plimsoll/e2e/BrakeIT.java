package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real OOM kills, and what ends them. */
@OnCluster
class BrakeIT {
  /** Every worker holds 150 MiB as soon as it is there; two fit into 512Mi, and the budget errs. */
  private static final String WORKERS_OF_150_MIB =
      "exec python3 -c \"import os, time; held = b'x' * (int(os.environ['WEB_CONCURRENCY']) * 150 * 2**20); time.sleep(10**6)\"";

  private static final String NO_AGENT = "  agent: {injection: None}\n";

  private static String budget(String app, String more) {
    return Budgets.workers(app, "Enforce", NO_AGENT + more)
        .replace("150Mi, max: 8", "60Mi, max: 4");
  }

  private static String killedAtBoot(String name, String limit) {
    return App.named(name)
        .withLimit(limit)
        .withEnv("WEB_CONCURRENCY", "6")
        .running(WORKERS_OF_150_MIB)
        .deployment();
  }

  @Test
  void podsThatAreKilledAtBootDuringOurRolloutGetTheSmallestPlanAndAreKilledNoMore(
      TestNamespace namespace) {
    namespace.apply(killedAtBoot("boot", "512Mi"));
    awaitKills(namespace, "boot");

    namespace.apply(budget("boot", ""));

    namespace.awaitCondition("boot", "Braked", "True OomKills");
    namespace.awaitRolledOut("boot", "WEB_CONCURRENCY", "1");
    assertThat(namespace.condition("boot", "Braked")).contains("OOM-killed", "3600 s");
    assertThat(events(namespace, "boot"))
        .anySatisfy(event -> assertThat(event.getReason()).isEqualTo("Braked"));
    long revisions = namespace.revisions("boot");
    assertThat(revisions).as("the user's, the plan's and the brake's").isEqualTo(3);
    namespace.awaitCondition("boot", "Applied", "True");
    assertThat(restarts(namespace, "boot")).isZero();
  }

  @Test
  void theBrakeReachesThePodsOfAStatefulSetThoughEachIsWaitedFor(TestNamespace namespace) {
    namespace.apply(
        App.named("ordered")
            .withEnv("WEB_CONCURRENCY", "6")
            .running(WORKERS_OF_150_MIB)
            .statefulSet("RollingUpdate"));
    awaitKills(namespace, "ordered");

    namespace.apply(budget("ordered", "").replace("kind: Deployment", "kind: StatefulSet"));

    namespace.awaitCondition("ordered", "Braked", "True OomKills");
    namespace.awaitCondition("ordered", "Applied", "True");
    assertThat(restarts(namespace, "ordered")).isZero();
  }

  @Test
  void aHopelessApplicationIsBrakedOnceAndSaid(TestNamespace namespace) {
    namespace.apply(killedAtBoot("hopeless", "128Mi"));
    awaitKills(namespace, "hopeless");

    namespace.apply(
        budget("hopeless", "  brake: {oomKills: 2, within: 10m}\n").replace("60Mi", "30Mi"));

    namespace.awaitCondition("hopeless", "Braked", "True StillKilled");
    assertThat(namespace.condition("hopeless", "Braked")).contains("raise the memory limit");
    long revisions = namespace.revisions("hopeless");
    int restarts = restarts(namespace, "hopeless");
    await().atMost(Duration.ofMinutes(3)).until(() -> restarts(namespace, "hopeless") > restarts);
    assertThat(namespace.revisions("hopeless")).isEqualTo(revisions).isLessThanOrEqualTo(3);
    assertThat(namespace.variable("hopeless", "WEB_CONCURRENCY")).contains("1");
  }

  @Test
  void aReturnThatFailsIsHeldBackAgainForTwiceAsLong(TestNamespace namespace) {
    namespace.apply(killedAtBoot("again", "512Mi"));
    awaitKills(namespace, "again");
    namespace.apply(
        budget(
            "again",
            "  brake: {oomKills: 2, within: 1m}\n  restore: {after: 1m}\n  rollout: {cooldown: 1s}\n"));
    namespace.awaitRolledOut("again", "WEB_CONCURRENCY", "1");
    namespace.awaitCondition("again", "Braked", "True OomKills");

    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () -> assertThat(namespace.variable("again", "WEB_CONCURRENCY")).contains("4"));

    namespace.awaitRolledOut("again", "WEB_CONCURRENCY", "1");
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        namespace
                            .deployment("again")
                            .getMetadata()
                            .getAnnotations()
                            .get("plimsoll.dev/ladder"))
                    .contains("\"failures\":1"));
  }

  @Test
  void inRecommendTheCascadeIsOnlySaid(TestNamespace namespace) {
    namespace.apply(killedAtBoot("advised", "512Mi"));
    awaitKills(namespace, "advised");

    namespace.apply(
        budget("advised", "  brake: {oomKills: 1, within: 10m}\n")
            .replace("mode: Enforce", "mode: Recommend"));

    namespace.awaitCondition("advised", "Braked", "False KillCascade");
    assertThat(namespace.variable("advised", "WEB_CONCURRENCY")).contains("6");
    assertThat(namespace.revisions("advised")).isEqualTo(1);
  }

  private static void awaitKills(TestNamespace namespace, String app) {
    await().atMost(Duration.ofMinutes(2)).until(() -> restarts(namespace, app) >= 2);
  }

  /** Of the pods that stay. */
  private static int restarts(TestNamespace namespace, String app) {
    return namespace
        .client()
        .pods()
        .inNamespace(namespace.name())
        .withLabel("app", app)
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
        .mapToInt(status -> status.getRestartCount())
        .max()
        .orElse(0);
  }

  private static List<Event> events(TestNamespace namespace, String budget) {
    return namespace
        .client()
        .v1()
        .events()
        .inNamespace(namespace.name())
        .withField("involvedObject.name", budget)
        .list()
        .getItems();
  }
}
