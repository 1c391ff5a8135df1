package dev.plimsoll.operator.reconcile;

import static dev.plimsoll.operator.reconcile.LadderManifests.DONE;
import static dev.plimsoll.operator.reconcile.LadderManifests.FAILED;
import static dev.plimsoll.operator.reconcile.LadderManifests.applied;
import static dev.plimsoll.operator.reconcile.LadderManifests.budget;
import static dev.plimsoll.operator.reconcile.LadderManifests.deployment;
import static dev.plimsoll.operator.reconcile.LadderManifests.killed;
import static dev.plimsoll.operator.reconcile.LadderManifests.ladder;
import static dev.plimsoll.operator.reconcile.LadderManifests.pod;
import static dev.plimsoll.operator.reconcile.LadderManifests.roll;
import static dev.plimsoll.operator.reconcile.LadderManifests.template;
import static dev.plimsoll.operator.reconcile.LadderManifests.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.RolloutPurpose;
import dev.plimsoll.operator.observe.Revision;
import dev.plimsoll.operator.observe.RevisionReader.Pair;
import dev.plimsoll.operator.report.Account;
import dev.plimsoll.operator.report.Deed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the brake answers a cascade of kills, told from manifests. The plan is four workers. */
class BrakeDeciderTest {
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
}
