package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.e2e.harness.Agents;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.GuardedApp;
import dev.plimsoll.e2e.harness.KernelKills;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The agent beside real applications: it acts where that helps, and leaves alone what is well. */
@OnCluster
class GuardIT {

  @BeforeAll
  static void image(Cluster cluster) {
    GuardedApp.prepare(cluster);
  }

  @Test
  void aLeakingApplicationIsRecycledAndNoRequestFails(Cluster cluster, TestNamespace namespace) {
    GuardedApp leaking =
        GuardedApp.named("leaking", namespace)
            .with("WEB_CONCURRENCY", "2")
            .with("BASE_MB", "30")
            .with("LEAK_KB", "256");
    guard(leaking, "");
    Agents agents = new Agents(namespace, "leaking");
    KernelKills kills = new KernelKills(cluster, namespace, "leaking");

    leaking.load(20, Duration.ofSeconds(90));
    JsonNode outcome = leaking.outcome(Duration.ofMinutes(4));

    assertThat(kills.count()).as("kills by the kernel").isZero();
    assertThat(agents.recycles()).as("recycles").isPositive();
    assertThat(outcome.get("answered")).as("%s", outcome).isEqualTo(outcome.get("arrivals"));
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(namespace.budget("leaking").toString())
                    .as("the budget tells of it")
                    .containsIgnoringCase("recycle"));
  }

  @Test
  void aFileReadOverAndOverIsNoReasonToAct(Cluster cluster, TestNamespace namespace) {
    GuardedApp reading = GuardedApp.named("reading", namespace).with("FILE_MB", "150");
    guard(reading, "");
    Agents agents = new Agents(namespace, "reading");

    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> agents.samples().getFirst().at("/memory/current").asLong() > 150L << 20);
    reading.load(5, Duration.ofSeconds(40));
    JsonNode outcome = reading.outcome(Duration.ofMinutes(3));

    assertThat(agents.actions()).as("actions").isZero();
    assertThat(new KernelKills(cluster, namespace, "reading").count()).isZero();
    assertThat(outcome.get("answered")).isEqualTo(outcome.get("arrivals"));
  }

  @Test
  void aHopelessApplicationIsLeftAloneAfterAFewRecycles(TestNamespace namespace) {
    GuardedApp hopeless =
        GuardedApp.named("hopeless", namespace).with("WEB_CONCURRENCY", "2").with("BASE_MB", "96");
    guard(hopeless, "");
    Agents agents = new Agents(namespace, "hopeless");

    await()
        .atMost(Duration.ofMinutes(4))
        .untilAsserted(
            () ->
                assertThat(agents.samples().getFirst().path("remarks").toString())
                    .contains("Futile"));

    assertThat(agents.recycles()).isLessThanOrEqualTo(3);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(namespace.budget("hopeless").get("status", "conditions").toString())
                    .contains("Futile"));
    assertThat(
            namespace
                .kubectl("get", "events", "--field-selector=involvedObject.name=hopeless")
                .output())
        .contains("Futile");
    assertThat(agents.recycles()).isLessThanOrEqualTo(3);
  }

  /** Deploys it and puts it under guard, without a say in its variables. */
  private static void guard(GuardedApp app, String more) {
    app.deploy();
    app.awaitReady();
    app.namespace()
        .apply(
            Budgets.budget(
                app.name(),
                "Deployment",
                "Guard",
                """
                  knobs:
                    - {name: workers, memory: 60Mi, max: 4}
                """
                    + more));
    app.namespace().awaitCondition(app.name(), "Applied", "True");
    app.awaitReady();
  }
}
