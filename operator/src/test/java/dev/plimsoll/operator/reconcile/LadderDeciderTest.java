package dev.plimsoll.operator.reconcile;

import static dev.plimsoll.operator.reconcile.LadderManifests.DONE;
import static dev.plimsoll.operator.reconcile.LadderManifests.FAILED;
import static dev.plimsoll.operator.reconcile.LadderManifests.NOW;
import static dev.plimsoll.operator.reconcile.LadderManifests.applied;
import static dev.plimsoll.operator.reconcile.LadderManifests.budget;
import static dev.plimsoll.operator.reconcile.LadderManifests.calm;
import static dev.plimsoll.operator.reconcile.LadderManifests.deployment;
import static dev.plimsoll.operator.reconcile.LadderManifests.killed;
import static dev.plimsoll.operator.reconcile.LadderManifests.ladder;
import static dev.plimsoll.operator.reconcile.LadderManifests.pod;
import static dev.plimsoll.operator.reconcile.LadderManifests.roll;
import static dev.plimsoll.operator.reconcile.LadderManifests.template;
import static dev.plimsoll.operator.reconcile.LadderManifests.values;
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
import dev.plimsoll.operator.report.Deed;
import dev.plimsoll.operator.report.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the ladder does to a workload, told from manifests and samples. The plan is four workers.
 */
class LadderDeciderTest {
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
