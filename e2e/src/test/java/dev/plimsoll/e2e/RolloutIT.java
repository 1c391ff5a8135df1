package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a change is rolled out, and what becomes of one that fails. */
@OnCluster
class RolloutIT {

  @Test
  void aSecondChangeWaitsForTheCooldown(TestNamespace namespace) {
    App app = App.named("cooling");
    namespace.apply(app.deployment());
    namespace.apply(Budgets.workers("cooling", "Enforce"));
    namespace.awaitRolledOut("cooling", "WEB_CONCURRENCY", "2");

    namespace.apply(Budgets.workers("cooling", "Enforce").replace("150Mi", "300Mi"));

    namespace.awaitCondition("cooling", "Applied", "Cooldown");
    assertThat(namespace.variable("cooling", "WEB_CONCURRENCY")).contains("2");
  }

  @Test
  void aChangeWaitsForItsWindow(TestNamespace namespace) {
    String otherDay =
        ZonedDateTime.now(ZoneOffset.UTC)
            .plusDays(3)
            .format(DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH));
    namespace.apply(App.named("windowed").deployment());
    namespace.apply(
        Budgets.workers(
            "windowed",
            "Enforce",
            "  rollout: {windows: [\"%s 08:00-18:00 UTC\"]}\n".formatted(otherDay)));

    namespace.awaitCondition("windowed", "Applied", "Window");
    assertThat(namespace.condition("windowed", "Applied")).contains(otherDay);
    assertThat(namespace.variable("windowed", "WEB_CONCURRENCY")).isEmpty();
  }

  @Test
  void aRevisionThatFailsByOurChangeAloneIsUndoneAndNotTriedAgain(TestNamespace namespace) {
    namespace.apply(
        App.named("allergic")
            .withEnv("WEB_CONCURRENCY", "6")
            .running("if [ \"$WEB_CONCURRENCY\" = 2 ]; then exit 1; fi")
            .deployment());
    namespace.awaitRolledOut("allergic", "WEB_CONCURRENCY", "6");

    namespace.apply(Budgets.workers("allergic", "Enforce", "  rollout: {cooldown: 1s}\n"));

    namespace.awaitCondition("allergic", "Applied", "RolledBack");
    namespace.awaitRolledOut("allergic", "WEB_CONCURRENCY", "6");
    assertThat(namespace.revisions("allergic")).isEqualTo(2);
    assertThat(namespace.condition("allergic", "Applied")).contains("spec", "image");
  }

  @Test
  void aDeploymentThatWouldGoDownIsLeftAloneUnlessAllowed(TestNamespace namespace) {
    String recreate =
        App.named("single")
            .deployment()
            .replaceFirst("(?m)^spec:$", "spec:\n  strategy: {type: Recreate}");
    namespace.apply(recreate);
    namespace.apply(Budgets.workers("single", "Enforce"));
    namespace.awaitCondition("single", "Applied", "RolloutUnsupported");
    assertThat(namespace.condition("single", "Applied")).contains("allowDowntime");

    namespace.apply(Budgets.workers("single", "Enforce", "  rollout: {allowDowntime: true}\n"));

    namespace.awaitRolledOut("single", "WEB_CONCURRENCY", "2");
  }

  @Test
  void nothingIsWrittenDuringTheUsersOwnRollout(TestNamespace namespace) {
    App app = App.named("busy");
    namespace.apply(app.deployment());
    namespace.awaitReplicas("busy", 1);
    // A new revision that never gets ready: the user's rollout hangs.
    namespace.apply(app.withEnv("RELEASE", "2").running("exit 1").deployment());

    namespace.apply(Budgets.workers("busy", "Enforce"));

    namespace.awaitCondition("busy", "Applied", "Rollout");
    assertThat(namespace.variable("busy", "WEB_CONCURRENCY")).isEmpty();
    namespace.apply(app.withEnv("RELEASE", "3").deployment());
    namespace.awaitRolledOut("busy", "WEB_CONCURRENCY", "2");
  }

  @Test
  void atMostTwoWorkloadsRollAtOnce(TestNamespace namespace) {
    int apps = 5;
    IntStream.range(0, apps)
        .forEach(
            i ->
                namespace.apply(
                    App.named("fleet-" + i)
                        .running("sleep 3")
                        .deployment()
                        .replace(
                            "        image:",
                            "        readinessProbe: {exec: {command: [pgrep, -f, sleep inf]}, periodSeconds: 1}\n        image:")));
    IntStream.range(0, apps).forEach(i -> namespace.awaitReplicas("fleet-" + i, 1));
    IntStream.range(0, apps)
        .forEach(i -> namespace.apply(Budgets.workers("fleet-" + i, "Enforce")));

    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              long rolling =
                  IntStream.range(0, apps).filter(i -> namespace.isRolling("fleet-" + i)).count();
              assertThat(rolling).isLessThanOrEqualTo(2);
              return IntStream.range(0, apps)
                  .allMatch(
                      i ->
                          namespace.variable("fleet-" + i, "WEB_CONCURRENCY").isPresent()
                              && !namespace.isRolling("fleet-" + i));
            });
  }
}
