package dev.plimsoll.operator.reconcile;

import static dev.plimsoll.operator.reconcile.LadderManifests.applied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.operator.act.RolloutSlots.Rollout;
import dev.plimsoll.operator.apply.AgentPlacement;
import dev.plimsoll.operator.observe.Revision;
import dev.plimsoll.operator.observe.RevisionReader.Pair;
import dev.plimsoll.operator.observe.TargetKey;
import dev.plimsoll.operator.report.Standing;
import dev.plimsoll.operator.report.Standing.Grade;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is decided for a workload, told from manifests alone. The plan is two workers. */
class DeciderTest {
  private static final Instant NOW = Stage.NOW;

  private static final String BUDGET =
      """
      apiVersion: plimsoll.dev/v1alpha1
      kind: MemoryBudget
      metadata: {name: web, namespace: shop, uid: uid-of-web, generation: 4}
      spec:
        targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        mode: Enforce
        runtime: {type: gunicorn}
        knobs: [{name: workers, memory: 150Mi, max: 8}]
      """;

  /** A manifest whose user wants six workers, with this many set and these annotations of ours. */
  private static String deployment(int workers, String progress, String annotations) {
    return LadderManifests.deployment(1, workers, progress, annotations);
  }

  private static Stage stage(String deployment) {
    return Stage.of(BUDGET + deployment);
  }

  private static String hashOfTwoWorkers() {
    Stage stage = stage(deployment(6, "NewReplicaSetAvailable", ""));
    return ((Decision.Roll) stage.decide()).settings().hashOn(stage.situation().workload());
  }

  private static Standing rest(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Rest.class);
    return ((Decision.Rest) decision).standing();
  }

  @Test
  void aFirstPlanRolls() {
    Decision.Roll roll =
        (Decision.Roll) stage(deployment(6, "NewReplicaSetAvailable", "")).decide();

    assertThat(roll.purpose()).isEqualTo(RolloutPurpose.PLAN);
    assertThat(roll.settings().values()).containsExactly(entry("WEB_CONCURRENCY", "2"));
    assertThat(roll.deed())
        .isEqualTo("Deployment/web gets WEB_CONCURRENCY=2 (was 6), planned for a limit of 512Mi.");
  }

  private static Map.Entry<String, String> entry(String key, String value) {
    return Map.entry(key, value);
  }

  /** A budget in Guard whose container says which user it is. */
  private static String guarded(String budget) {
    return budget.replace("mode: Enforce", "mode: Guard")
        + deployment(6, "NewReplicaSetAvailable", "")
            .replace("env:", "securityContext: {runAsUser: 1000}\n          env:");
  }

  @Test
  void guardSetsTheAgentAlone() {
    Decision.Roll roll = (Decision.Roll) Stage.of(guarded(BUDGET)).decide();

    assertThat(roll.purpose()).isEqualTo(RolloutPurpose.PLAN);
    assertThat(roll.settings().values()).isEmpty();
    assertThat(roll.settings().agent()).isInstanceOf(AgentPlacement.Present.class);
    assertThat(roll.deed()).isEqualTo("The agent joins Deployment/web.");
  }

  @Test
  void guardThatMayNotPutTheAgentThereSaysSo() {
    Standing untold =
        rest(
            Stage.of(
                    BUDGET.replace("mode: Enforce", "mode: Guard")
                        + deployment(6, "NewReplicaSetAvailable", ""))
                .decide());
    Standing unasked =
        rest(
            Stage.of(
                    guarded(
                        BUDGET.replace(
                            "mode: Enforce", "mode: Enforce\n  agent: {injection: None}")))
                .decide());

    assertThat(untold.reason()).isEqualTo("NotGuarded");
    assertThat(untold.message()).contains("see UidUnknown");
    assertThat(unasked.grade()).isEqualTo(Grade.NOT_ASKED);
  }

  @Test
  void whatIsInPlaceIsKept() {
    String applied = applied(2, hashOfTwoWorkers(), NOW.minusSeconds(60));

    Decision done = stage(deployment(2, "NewReplicaSetAvailable", applied)).decide();
    assertThat(done).isInstanceOf(Decision.Keep.class);
    assertThat(((Decision.Keep) done).standing().grade()).isEqualTo(Grade.IN_FORCE);

    Decision rolling = stage(deployment(2, "ReplicaSetUpdated", applied)).decide();
    assertThat(((Decision.Keep) rolling).standing())
        .returns(Grade.ROLLING, Standing::grade)
        .returns("RollingOut", Standing::reason);
  }

  @Test
  void anotherPlanWaitsForTheCooldownAndSaysUntilWhen() {
    String applied = applied(5, "hash-of-five", NOW.minusSeconds(60));

    Decision.Rest rest =
        (Decision.Rest) stage(deployment(5, "NewReplicaSetAvailable", applied)).decide();

    assertThat(rest.standing().reason()).isEqualTo("Cooldown");
    assertThat(rest.standing().message()).contains("Thu 1 Jan 2026 12:14:00 UTC");
    assertThat(rest.again()).contains(NOW.plusSeconds(14 * 60));
  }

  @Test
  void anotherWorkloadsRolloutsTakeTheSlots() {
    var stage = stage(deployment(6, "NewReplicaSetAvailable", ""));
    stage.rollouts.put(
        new TargetKey("a", "Deployment", "a"), new Rollout(NOW, Rollout.Stage.RUNNING));
    stage.rollouts.put(
        new TargetKey("b", "Deployment", "b"), new Rollout(NOW, Rollout.Stage.RUNNING));

    Decision.Rest rest = (Decision.Rest) stage.decide();

    assertThat(rest.standing().reason()).isEqualTo("ClusterBusy");
    assertThat(rest.again()).isPresent();
  }

  @Test
  void aFirstRolloutWhosePodsAreKilledForMemoryIsNotWaitedFor() {
    String users = deployment(6, "ReplicaSetUpdated", "");
    assertThat(rest(stage(users + killed("a", 30)).decide()).reason()).isEqualTo("RolloutUnderWay");

    Decision decision = stage(users + killed("a", 30) + killed("b", 20)).decide();

    assertThat(((Decision.Roll) decision).purpose()).isEqualTo(RolloutPurpose.PLAN);
  }

  /** A pod whose container was OOM-killed so many seconds ago. */
  private static String killed(String name, int secondsAgo) {
    return """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: %1$s, namespace: shop, uid: uid-of-%1$s, creationTimestamp: "2026-01-01T11:58:00Z"}
        spec: {containers: [{name: web}]}
        status:
          phase: Running
          containerStatuses:
            - name: web
              lastState: {terminated: {exitCode: 137, reason: OOMKilled, containerID: %1$s, finishedAt: "%2$s"}}
        """
        .formatted(name, NOW.minusSeconds(secondsAgo));
  }

  @Test
  void aValueThatADeploySetBackIsSetAgainAtOnceIntoItsRollout() {
    String applied = applied(2, hashOfTwoWorkers(), NOW.minusSeconds(60));

    Decision.Roll roll =
        (Decision.Roll) stage(deployment(6, "ReplicaSetUpdated", applied)).decide();

    assertThat(roll.purpose()).isEqualTo(RolloutPurpose.REAPPLY);
    assertThat(roll.settings().notes().reverts()).containsExactly(NOW);
  }

  @Test
  void theThirdRevertWithinAnHourTakesOurHandsOffUntilTheSpecChanges() {
    String reverts =
        applied(2, hashOfTwoWorkers(), NOW.minusSeconds(60))
            + "plimsoll.dev/reverts: '{\"times\":[\"2026-01-01T11:20:00Z\",\"2026-01-01T11:50:00Z\"]}'\n";

    Decision.Keep keep =
        (Decision.Keep) stage(deployment(6, "ReplicaSetUpdated", reverts)).decide();
    assertThat(keep.standing().reason()).isEqualTo("Contested");
    assertThat(keep.settings().values()).isEmpty();
    assertThat(keep.settings().notes().contested()).hasValue(4);

    String contested = "plimsoll.dev/reverts: '{\"times\":[],\"contestedGeneration\":%d}'\n";
    assertThat(
            rest(stage(deployment(6, "NewReplicaSetAvailable", contested.formatted(4))).decide())
                .reason())
        .isEqualTo("Contested");
    assertThat(stage(deployment(6, "NewReplicaSetAvailable", contested.formatted(3))).decide())
        .isInstanceOf(Decision.Roll.class);
  }

  @Test
  void aRejectedPlanIsNotTriedAgainUntilSpecOrImageChanges() {
    String rejected =
        "plimsoll.dev/rejected: '{\"hash\":\"%s\",\"budgetGeneration\":%d,\"image\":\"%s\",\"reason\":\"its pods fail\",\"time\":\"2026-01-01T11:00:00Z\"}'\n";

    Standing standing =
        rest(
            stage(
                    deployment(
                        6,
                        "NewReplicaSetAvailable",
                        rejected.formatted(hashOfTwoWorkers(), 4, "web:1")))
                .decide());
    assertThat(standing)
        .returns(Grade.HELD, Standing::grade)
        .returns("RolledBack", Standing::reason);
    assertThat(standing.message()).contains("2026-01-01T11:00:00Z", "its pods fail");

    for (String other :
        new String[] {
          rejected.formatted(hashOfTwoWorkers(), 3, "web:1"),
          rejected.formatted(hashOfTwoWorkers(), 4, "web:0"),
          rejected.formatted("hash-of-another-plan", 4, "web:1")
        }) {
      Decision.Roll roll =
          (Decision.Roll) stage(deployment(6, "NewReplicaSetAvailable", other)).decide();
      assertThat(roll.settings().notes().rejected()).isEmpty();
    }
  }

  @Test
  void aRevisionThatFailsByOurValuesAloneIsTakenBack() {
    Decision decision = failing(template(2, "web:1"), template(6, "web:1"));

    Decision.Roll roll = (Decision.Roll) decision;
    assertThat(roll.purpose()).isEqualTo(RolloutPurpose.UNDO);
    assertThat(roll.settings().values()).isEmpty();
    assertThat(roll.settings().notes().rejected().orElseThrow())
        .returns(4L, rejection -> rejection.budgetGeneration())
        .returns("web:1", rejection -> rejection.image());
  }

  @Test
  void aRevisionThatTheUserChangedTooIsTheirsToJudge() {
    Decision decision = failing(template(2, "web:1"), template(6, "web:0"));

    assertThat(((Decision.Keep) decision).standing().reason()).isEqualTo("RolloutFailed");
  }

  private static Decision failing(PodTemplateSpec newest, PodTemplateSpec before) {
    String applied = applied(2, hashOfTwoWorkers(), NOW.minusSeconds(60));
    Pair pair = new Pair(new Revision("new", newest), new Revision("old", before));
    return new Stage(
            Stage.read(BUDGET + deployment(2, "ProgressDeadlineExceeded", applied)),
            Optional.of(pair))
        .decide();
  }

  private static PodTemplateSpec template(int workers, String image) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .addToLabels("app", "web")
        .addToLabels("pod-template-hash", image + workers)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("web")
        .withImage(image)
        .addNewEnv()
        .withName("WEB_CONCURRENCY")
        .withValue(Integer.toString(workers))
        .endEnv()
        .endContainer()
        .endSpec()
        .build();
  }
}
