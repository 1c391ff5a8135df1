package dev.plimsoll.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.Extent;
import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.operator.apply.Notes;
import dev.plimsoll.operator.meter.AgentRemark;
import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.meter.PodSample;
import dev.plimsoll.operator.meter.Samples;
import dev.plimsoll.operator.meter.SoftCrossing;
import dev.plimsoll.operator.observe.Revision;
import dev.plimsoll.operator.observe.RevisionReader.Pair;
import dev.plimsoll.operator.report.Account;
import dev.plimsoll.operator.report.Deed;
import dev.plimsoll.operator.report.Standing;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the ladder does to a workload, told from manifests and samples. The plan is four workers.
 */
class LadderDeciderTest {
  private static final Instant NOW = Stage.NOW;
  private static final String DONE = "NewReplicaSetAvailable";
  private static final String FAILED = "ProgressDeadlineExceeded";

  private static String budget(String more) {
    return """
        apiVersion: plimsoll.dev/v1alpha1
        kind: MemoryBudget
        metadata: {name: web, namespace: shop, uid: uid-of-web, generation: 4}
        spec:
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          mode: Enforce
          agent: {injection: None}
          runtime: {type: gunicorn}
          knobs: [{name: workers, memory: 80Mi, max: 8}]
        """
        + more.indent(2);
  }

  private static String deployment(int replicas, int workers, String progress, String annotations) {
    return """
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          uid: uid-of-deployment
          generation: 3
          annotations:
        %s
        spec:
          replicas: %d
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web%s}}
            spec:
              containers:
                - name: web
                  image: "web:1"
                  env: [{name: WEB_CONCURRENCY, value: "%d"}]
                  resources: {limits: {memory: 512Mi}}
        status:
          observedGeneration: 3
          replicas: %2$d
          updatedReplicas: %2$d
          availableReplicas: %2$d
          conditions: [{type: Progressing, reason: %s}]
        """
        .formatted(
            annotations.isEmpty() ? "    some: text" : annotations.indent(4).stripTrailing(),
            replicas,
            annotations.contains("applied") ? ", plimsoll.dev/budget: web" : "",
            workers,
            progress);
  }

  private static String applied(int workers, long minutesAgo) {
    return """
        plimsoll.dev/applied: '{"budget":"web","container":"web","hash":"h","reason":"Plan","time":"%s","values":{"WEB_CONCURRENCY":"%d"}}'
        plimsoll.dev/originals: '{"web":{"WEB_CONCURRENCY":{"value":"6","manager":"kubectl","operation":"Update"}}}'
        """
        .formatted(NOW.minusSeconds(60 * minutesAgo), workers);
  }

  private static String ladder(String state, String extent, long minutesAgo) {
    return """
        plimsoll.dev/ladder: '{"state":"%s","time":"%s","failures":0,%s,"why":"of a test","since":"2026-01-01T09:00:00Z","limit":536870912,"generation":4,"plan":{"workers":4}}'
        """
        .formatted(state, NOW.minusSeconds(60 * minutesAgo), extent);
  }

  /** A pod that was made so many minutes ago; killed so many seconds ago where that is not 0. */
  private static String pod(String name, long minutesOld, long... killedSecondsAgo) {
    String killed =
        killedSecondsAgo.length == 0
            ? "{}"
            : "{terminated: {exitCode: 137, reason: OOMKilled, containerID: \"containerd://%s\", finishedAt: \"%s\"}}"
                .formatted(name, NOW.minusSeconds(killedSecondsAgo[0]));
    return """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: %1$s, namespace: shop, uid: uid-of-%1$s, creationTimestamp: "%2$s", labels: {pod-template-hash: new}}
        spec: {containers: [{name: web}]}
        status:
          phase: Running
          conditions: [{type: Ready, status: "True"}]
          containerStatuses:
            - name: web
              lastState: %3$s
        """
        .formatted(name, NOW.minusSeconds(60 * minutesOld), killed);
  }

  /** So many pods, each killed once just now. */
  private static String killed(int pods, long minutesOld) {
    return IntStream.range(0, pods)
        .mapToObj(i -> pod("web-" + i, minutesOld, 5 + i))
        .collect(Collectors.joining());
  }

  private static String calm(int pods) {
    return IntStream.range(0, pods).mapToObj(i -> pod("web-" + i, 1)).collect(Collectors.joining());
  }

  private static Decision.Roll roll(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Roll.class);
    return (Decision.Roll) decision;
  }

  private static Map<String, String> values(Decision.Roll roll) {
    return roll.settings().values();
  }

  @Test
  void aCascadeUnderTheUsersOwnValuesIsAnsweredByThePlan() {
    Decision.Roll roll =
        roll(
            Stage.of(budget("") + deployment(3, 6, "ReplicaSetUpdated", "") + killed(3, 5))
                .decide());

    assertThat(roll.purpose()).isEqualTo(RolloutPurpose.PLAN);
    assertThat(values(roll)).containsEntry("WEB_CONCURRENCY", "4");
  }

  @Test
  void whereThePlanHasToWaitTheBrakeDoesNot() {
    String windows = "rollout: {windows: [\"Sat 08:00-09:00 UTC\"]}\n";

    Decision.Roll roll =
        roll(Stage.of(budget(windows) + deployment(3, 6, DONE, "") + killed(3, 5)).decide());

    assertThat(roll.purpose()).isEqualTo(RolloutPurpose.BRAKE);
    assertThat(values(roll)).containsEntry("WEB_CONCURRENCY", "1");
  }

  @Test
  void aCascadeUnderThePlanBrakesWithinTheCooldownAndOverAFailingRollout() {
    Decision decision =
        Stage.of(budget("") + deployment(3, 4, "ReplicaSetUpdated", applied(4, 2)) + killed(3, 1))
            .decide();

    Decision.Roll roll = roll(decision);
    assertThat(roll.purpose()).isEqualTo(RolloutPurpose.BRAKE);
    assertThat(roll.kind()).isEqualTo(Deed.Kind.BRAKE);
    assertThat(values(roll)).containsEntry("WEB_CONCURRENCY", "1");
    assertThat(roll.settings().notes().ladder().isBraked()).isTrue();
    assertThat(roll.deed()).contains("3 of 3 pods were OOM-killed", "WEB_CONCURRENCY=1 (was 4)");
  }

  @Test
  void aRolloutThatFailsBecauseItsPodsAreKilledAsTheOldOnesWereIsBrakedAndNotUndone() {
    String old = pod("old", 30, 400).replace("hash: new", "hash: old");
    Pair pair = new Pair(new Revision("new", template(4)), new Revision("old", template(6)));
    Stage stage =
        new Stage(
            Stage.read(budget("") + deployment(3, 4, FAILED, applied(4, 2)) + old + killed(3, 1)),
            Optional.of(pair));

    assertThat(roll(stage.decide()).purpose()).isEqualTo(RolloutPurpose.BRAKE);
  }

  private static PodTemplateSpec template(int workers) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .addToLabels("app", "web")
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("web")
        .withImage("web:1")
        .addNewEnv()
        .withName("WEB_CONCURRENCY")
        .withValue(Integer.toString(workers))
        .endEnv()
        .endContainer()
        .endSpec()
        .build();
  }

  @Test
  void killsOfPodsThatAreBeingReplacedBrakeNothing() {
    Decision decision =
        Stage.of(budget("") + deployment(3, 4, "ReplicaSetUpdated", applied(4, 2)) + killed(3, 30))
            .decide();

    assertThat(decision).isInstanceOf(Decision.Keep.class);
  }

  @Test
  void theBrakeIsSetOnceAndHeldAndSaid() {
    Stage stage =
        Stage.of(
            budget("")
                + deployment(
                    3, 1, DONE, applied(1, 2) + ladder("restrained", "\"extent\":\"braked\"", 2))
                + killed(3, 1));

    assertThat(stage.decide()).isInstanceOf(Decision.Keep.class);
    Account.Planned account = (Account.Planned) stage.account();
    assertThat(account.heldBack().ladder().isBraked()).isTrue();
    assertThat(account.heldBack().alarm()).isPresent();
    assertThat(account.outcome()).isEqualTo(stage.situation().planning().outcome());
    assertThat(stage.situation().planning().plan().orElseThrow().values())
        .containsEntry("workers", 1);
  }

  @Test
  void aPausedBudgetIsNotBraked() {
    Decision decision =
        Stage.of(budget("paused: true\n") + deployment(3, 4, DONE, applied(4, 2)) + killed(3, 1))
            .decide();

    assertThat(((Decision.Rest) decision).standing().reason()).isEqualTo("Paused");
  }

  @Test
  void inRecommendTheCascadeIsSaid() {
    Stage stage =
        Stage.of(
            budget("").replace("mode: Enforce", "mode: Recommend")
                + deployment(3, 6, DONE, "")
                + killed(3, 1));

    assertThat(stage.decide()).isInstanceOf(Decision.Rest.class);
    assertThat(((Account.Planned) stage.account()).heldBack().alarm()).isPresent();
  }

  private static Samples sample(String pod) {
    return Samples.of(pod, NOW.minusSeconds(1));
  }

  private static Metering aboveSoft(String pod, long seconds) {
    return Samples.metering(
        List.of(sample(pod).in(Phase.WATCH).build()),
        Map.of(
            "uid-of-" + pod,
            new SoftCrossing(Optional.of(NOW.minusSeconds(seconds)), Optional.of(NOW))));
  }

  private static PodSample bound(String pod, int workers) {
    return sample(pod).boundTo(workers, "their bursts do not fit").build();
  }

  private static PodSample needsNewPod(String pod) {
    return sample(pod)
        .remarking(new AgentRemark(Remark.Reason.NEW_POD_NEEDED.text(), "a message"))
        .build();
  }

  private static Stage withBounds(long minutesAgo) {
    Stage stage = Stage.of(budget("") + deployment(2, 4, DONE, applied(4, minutesAgo)) + calm(2));
    stage.metering = Samples.metering(List.of(bound("web-0", 2), bound("web-1", 3)));
    return stage;
  }

  @Test
  void whatTwoPodsSurviveWithBoundsThePlanOnceTheGateOpens() {
    assertThat(((Decision.Rest) withBounds(2).decide()).standing())
        .returns("Cooldown", Standing::reason);

    Decision.Roll roll = roll(withBounds(20).decide());
    assertThat(roll.kind()).isEqualTo(Deed.Kind.REDUCE);
    assertThat(values(roll)).containsEntry("WEB_CONCURRENCY", "3");
    assertThat(roll.settings().notes().ladder().held().orElseThrow().extent())
        .isEqualTo(new Extent.Workers(3));
  }

  @Test
  void aReducedPlanStaysThoughNobodyAsksAnyMore() {
    String reduced = "\"extent\":\"workers\",\"workers\":3";
    Decision decision =
        Stage.of(
                budget("")
                    + deployment(2, 3, DONE, applied(3, 20) + ladder("restrained", reduced, 20))
                    + calm(2))
            .decide();

    Decision.Keep keep = (Decision.Keep) decision;
    assertThat(keep.settings().values()).containsEntry("WEB_CONCURRENCY", "3");
    assertThat(keep.settings().notes().ladder().held()).isPresent();
  }

  @Test
  void theWholePlanComesBackInOneRolloutAfterTheHold() {
    Decision.Roll roll =
        roll(
            Stage.of(
                    budget("")
                        + deployment(
                            2,
                            1,
                            DONE,
                            applied(1, 70) + ladder("restrained", "\"extent\":\"braked\"", 61))
                        + calm(2))
                .decide());

    assertThat(roll.kind()).isEqualTo(Deed.Kind.RESTORE);
    assertThat(roll.purpose()).isEqualTo(RolloutPurpose.PLAN);
    assertThat(values(roll)).containsEntry("WEB_CONCURRENCY", "4");
    assertThat(roll.settings().notes().ladder()).isInstanceOf(Ladder.OnTrial.class);
  }

  @Test
  void aReturnThatHasToWaitLeavesThePlanInPlace() {
    String windows = "rollout: {windows: [\"Sat 08:00-09:00 UTC\"]}\n";
    Stage stage =
        Stage.of(
            budget(windows)
                + deployment(
                    2, 1, DONE, applied(1, 70) + ladder("restrained", "\"extent\":\"braked\"", 61))
                + calm(2));

    Decision.Keep keep = (Decision.Keep) stage.decide();

    assertThat(keep.settings().values()).containsEntry("WEB_CONCURRENCY", "1");
    assertThat(keep.settings().notes().ladder().isBraked()).isTrue();
    assertThat(stage.climb().again(NOW)).hasValue(NOW.plusSeconds(60));
  }

  @Test
  void whereEverythingIsTheUsersNothingIsWritten() {
    String respecting = budget("conflicts: Respect\n");

    Decision decision = Stage.of(respecting + deployment(3, 2, DONE, "") + killed(3, 1)).decide();

    assertThat(((Decision.Rest) decision).standing().reason()).isEqualTo("Respected");
  }

  @Test
  void aReturnWhosePodsFailIsHeldBackAgainAndNotRejected() {
    String onTrial = ladder("onTrial", "\"extent\":\"workers\",\"workers\":2", 2);
    Pair pair = new Pair(new Revision("new", template(4)), new Revision("old", template(2)));
    Stage stage =
        new Stage(
            Stage.read(
                budget("")
                    + deployment(
                        1, 4, FAILED, applied(4, 2).replace("\"Plan\"", "\"Restore\"") + onTrial)
                    + calm(1)),
            Optional.of(pair));

    Decision.Roll roll = roll(stage.decide());
    assertThat(roll.kind()).isEqualTo(Deed.Kind.FALL_BACK);
    assertThat(roll.purpose()).isEqualTo(RolloutPurpose.UNDO);
    assertThat(values(roll)).containsEntry("WEB_CONCURRENCY", "2");
    assertThat(roll.settings().notes().rejected()).isEmpty();
    assertThat(((Ladder.Restrained) roll.settings().notes().ladder()).failures()).isEqualTo(1);
  }

  private static final String DEGRADE =
      "degrade: {after: 10s, env: {REALTIME_ENABLED: \"false\"}}\n";

  @Test
  void sustainedPressureSetsTheDegradedVariablesBesideThePlan() {
    Stage stage = Stage.of(budget(DEGRADE) + deployment(1, 4, DONE, applied(4, 20)) + calm(1));
    stage.metering = aboveSoft("web-0", 9);
    assertThat(stage.decide()).isInstanceOf(Decision.Keep.class);
    stage.metering = aboveSoft("web-0", 10);

    Decision.Roll roll = roll(stage.decide());

    assertThat(roll.kind()).isEqualTo(Deed.Kind.DEGRADE);
    assertThat(values(roll))
        .containsEntry("WEB_CONCURRENCY", "4")
        .containsEntry("REALTIME_ENABLED", "false");
  }

  @Test
  void aDegradedVariableIsGivenBackWithThePlan() {
    String degraded =
        ladder(
                "restrained",
                "\"extent\":\"whole\",\"degraded\":{\"since\":\"2026-01-01T09:00:00Z\",\"why\":\"w\"}",
                61)
            + applied(4, 70);
    String deployment =
        deployment(1, 4, DONE, degraded.replace("\"4\"}", "\"4\",\"REALTIME_ENABLED\":\"false\"}"))
            .replace(
                "value: \"4\"}]", "value: \"4\"}, {name: REALTIME_ENABLED, value: \"false\"}]");

    Decision.Roll roll = roll(Stage.of(budget(DEGRADE) + deployment + calm(1)).decide());

    assertThat(roll.kind()).isEqualTo(Deed.Kind.RESTORE);
    assertThat(values(roll)).doesNotContainKey("REALTIME_ENABLED");
  }

  private static final String EVICT = "guard: {actions: [RecycleWorker, EvictPod]}\n";

  private static Stage asking(String more, int replicas, int asking) {
    Stage stage =
        Stage.of(budget(more) + deployment(replicas, 4, DONE, applied(4, 20)) + calm(replicas));
    List<PodSample> samples = new ArrayList<>();
    IntStream.range(0, asking).forEach(i -> samples.add(needsNewPod("web-" + i)));
    stage.metering = Samples.metering(samples);
    return stage;
  }

  @Test
  void aPodThatNeedsANewOneIsEvictedWhereThatIsListed() {
    Decision.Evict evict = (Decision.Evict) asking(EVICT, 2, 1).decide();
    assertThat(evict.pods()).singleElement().returns("web-0", pod -> pod.getMetadata().getName());
    assertThat(evict.deed()).isEqualTo(Deed.Kind.EVICTION_FOR_MEMORY);

    assertThat(asking("", 2, 1).decide()).isInstanceOf(Decision.Keep.class);
  }

  @Test
  void neitherTheOnlyPodNorHalfOfThemAreEvicted() {
    assertThat(asking(EVICT, 1, 1).decide()).isInstanceOf(Decision.Keep.class);
    assertThat(asking(EVICT, 4, 2).decide()).isInstanceOf(Decision.Keep.class);
  }

  @Test
  void anUnknownLadderIsNone() {
    String nonsense = "plimsoll.dev/ladder: '{\"state\":\"elsewhere\"}'\n";
    Decision decision =
        Stage.of(budget("") + deployment(1, 4, DONE, applied(4, 20) + nonsense) + calm(1)).decide();

    assertThat(((Decision.Keep) decision).settings().notes()).isEqualTo(Notes.NONE);
  }
}
