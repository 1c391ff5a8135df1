package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.GuardAction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the guard makes of whole applications. */
class SimulatedPodTest {

  @Test
  void aSteadyLeakIsRecycledBeforeTheKernelKills() {
    SimulatedPod pod = new SimulatedPod(App.flat().leaking(1), 3, 1).run(300);

    assertThat(pod.oomKills()).isZero();
    assertThat(pod.taken(Action.Recycle.class)).hasSizeBetween(5, 20);
    assertThat(pod.taken(Action.Kill.class)).isEmpty();
    assertThat(pod.taken(Action.Shed.class)).isEmpty();
    assertThat(pod.fewestServing()).isEqualTo(2);
  }

  @Test
  void aFastLeakIsRecycledBeforeTheKernelKills() {
    SimulatedPod pod = new SimulatedPod(App.flat().freshOf(25).leaking(3.3), 3, 1).run(40);

    assertThat(pod.oomKills()).isZero();
    assertThat(pod.boots()).isLessThanOrEqualTo(8);
  }

  @Test
  void aLeakAsFastAsABootIsStillRecycled() {
    App small = App.flat().freshOf(17).bootingWith(17, 0.3);
    SimulatedPod pod = new SimulatedPod(small, 3, 1).run(8).become(small.leaking(12)).run(40);

    assertThat(pod.oomKills()).isZero();
    assertThat(pod.taken(Action.Kill.class)).isEmpty();
    assertThat(pod.taken(Action.Shed.class)).isEmpty();
  }

  @Test
  void aLeakFromTheFirstRequestOnIsToldFromTheBoot() {
    App app = App.flat().freshOf(17).bootingWith(17, 0.3).leaking(8);
    SimulatedPod pod = new SimulatedPod(app, 3, 1).run(40);

    assertThat(pod.oomKills()).isZero();
    assertThat(pod.taken(Action.Kill.class)).isEmpty();
    assertThat(pod.taken(Action.Shed.class)).isEmpty();
  }

  @Test
  void leaksOfOneRequestAreMadeRoomFor() {
    SimulatedPod pod = new SimulatedPod(App.flat().freshOf(25).keeping(18, 0.18), 3, 1).run(40);

    assertThat(pod.oomKills()).isLessThanOrEqualTo(1);
    assertThat(pod.taken(Action.Shed.class)).isEmpty();
  }

  @Test
  void burstsThatDoNotFitTogetherAreShedToWhatFits() {
    SimulatedPod pod = new SimulatedPod(App.flat().freshOf(25).bursting(120, 0.02), 3, 1).run(300);

    assertThat(pod.workers()).isEqualTo(1);
    assertThat(pod.lastStep().workerBound())
        .hasValueSatisfying(bound -> assertThat(bound.workers()).isEqualTo(1));
    assertThat(pod.oomKills()).isLessThanOrEqualTo(1);
  }

  @Test
  void workersThatDieAtBootAreShed() {
    SimulatedPod pod = new SimulatedPod(App.flat().freshOf(70).bootingWith(110, 0.5), 3, 1).run(15);

    assertThat(pod.workers()).isEqualTo(2);
    assertThat(pod.taken(Action.Shed.class))
        .extracting(Action.Shed::reason)
        .containsExactly(Action.ShedReason.BOOT);
  }

  @Test
  void aFlatSeriesIsLeftAlone() {
    SimulatedPod pod = new SimulatedPod(App.flat(), 3, 1).run(600);

    assertThat(pod.taken()).isEmpty();
  }

  @Test
  void pageCacheIsLeftAlone() {
    SimulatedPod pod = new SimulatedPod(App.flat(), 3, 1).withPageCache(150).run(600);

    assertThat(pod.taken()).isEmpty();
  }

  @Test
  void aCacheThatStopsGrowingAboveSoftIsLeftAlone() {
    SimulatedPod pod = new SimulatedPod(App.flat().leakingUntil(0.5, 67), 3, 1).run(600);

    assertThat(pod.lastStep().phase()).isEqualTo(Phase.WATCH);
    assertThat(pod.taken()).isEmpty();
  }

  @Test
  void aHopelessApplicationMeetsTheBrake() {
    SimulatedPod pod =
        new SimulatedPod(hopeless(), 3, 1)
            .under(Policies.allowing(GuardAction.RECYCLE_WORKER))
            .run(120);

    assertThat(pod.taken(Action.Recycle.class)).hasSizeBetween(1, 3);
    assertThat(pod.everRemarked(Remark.Reason.FUTILE)).isTrue();
  }

  @Test
  void aHopelessApplicationGoesOnWithTheWorkersThatFit() {
    SimulatedPod pod = new SimulatedPod(hopeless(), 3, 1).run(120);

    assertThat(pod.taken(Action.Recycle.class)).hasSizeLessThanOrEqualTo(3);
    assertThat(pod.workers()).isEqualTo(2);
    assertThat(pod.oomKills()).isZero();
  }

  /** Every worker fills up with its first requests. */
  private static App hopeless() {
    return App.flat().freshOf(25).leakingUntil(0, 73).keeping(48, 2);
  }

  @Test
  void growthOfTheMasterIsSaidAndNotRecycled() {
    SimulatedPod pod = new SimulatedPod(App.flat().growingBeside(0, 1), 3, 1).run(96);

    assertThat(pod.taken(Action.Recycle.class)).isEmpty();
    assertThat(pod.everRemarked(Remark.Reason.MASTER_GROWTH)).isTrue();
  }

  @Test
  void growthOfSharedMemoryIsSaidAndNotRecycled() {
    SimulatedPod pod = new SimulatedPod(App.flat().growingBeside(1, 0), 3, 1).run(96);

    assertThat(pod.taken(Action.Recycle.class)).isEmpty();
    assertThat(pod.everRemarked(Remark.Reason.SHARED_MEMORY)).isTrue();
  }

  @Test
  void theOnlyWorkerIsReplacedBesideAnother() {
    SimulatedPod pod =
        new SimulatedPod(App.flat().freshOf(15).bootingWith(15, 0.5).leaking(1), 1, 1).run(280);

    assertThat(pod.oomKills()).isZero();
    assertThat(pod.fewestServing()).isEqualTo(1);
    assertThat(pod.workers()).isEqualTo(1);
    assertThat(pod.taken(Action.Grow.class)).isNotEmpty();
  }

  @Test
  void aWorkerThatDoesNotEndIsKilledAfterItsDrain() {
    SimulatedPod pod = new SimulatedPod(App.flat().leaking(1).draining(1000), 3, 1).run(200);

    assertThat(pod.oomKills()).isZero();
    assertThat(pod.taken(Action.Kill.class)).isNotEmpty();
  }

  @Test
  void aWorkerOlderThanThePolicyAllowsIsRecycled() {
    SimulatedPod pod =
        new SimulatedPod(App.flat(), 2, 1)
            .under(Policies.withMaxWorkerAge(Duration.ofSeconds(60)))
            .run(100);

    assertThat(pod.taken(Action.Recycle.class))
        .extracting(Action.Recycle::reason)
        .containsOnly(RecycleReason.AGE)
        .hasSize(2);
    assertThat(pod.fewestServing()).isEqualTo(1);
  }

  @Test
  void anActionThatIsNotAllowedIsSaidAndNotTaken() {
    SimulatedPod pod =
        new SimulatedPod(App.flat().leaking(1), 3, 1)
            .under(Policies.allowing(GuardAction.SHED_WORKER))
            .run(45);

    assertThat(pod.taken(Action.Recycle.class)).isEmpty();
    assertThat(pod.everRemarked(Remark.Reason.ACTION_NOT_AVAILABLE)).isTrue();
  }

  @Test
  void aShedThatIsNotAllowedIsSaidWithTheBound() {
    SimulatedPod pod =
        new SimulatedPod(App.flat().freshOf(25).bursting(120, 0.02), 3, 1)
            .under(Policies.allowing(GuardAction.RECYCLE_WORKER))
            .run(120);

    assertThat(pod.taken(Action.Shed.class)).isEmpty();
    assertThat(pod.everRemarked(Remark.Reason.PLAN_TOO_LARGE)).isTrue();
    assertThat(pod.lastStep().workerBound())
        .hasValueSatisfying(bound -> assertThat(bound.workers()).isEqualTo(1));
  }

  @Test
  void aServerWithoutSignalsIsLeftAloneAndTheOperatorAsked() {
    SimulatedPod pod =
        new SimulatedPod(App.flat().leaking(0.5), 3, 1).under(Policies.withoutSignals()).run(75);

    assertThat(pod.taken()).isEmpty();
    assertThat(pod.everRemarked(Remark.Reason.PLAN_TOO_LARGE)).isTrue();
  }

  @Test
  void aSuccessorThatComesFirstNeedsRoomBesideTheOld() {
    SimulatedPod pod =
        new SimulatedPod(App.flat().freshOf(70).bootingWith(70, 0.5).leaking(0.2), 3, 1)
            .under(Policies.successorFirst())
            .run(30);

    assertThat(pod.taken(Action.Recycle.class)).isEmpty();
  }

  @Test
  void aSuccessorThatComesFirstAndFitsIsNoShortage() {
    SimulatedPod pod =
        new SimulatedPod(App.flat().freshOf(15).bootingWith(15, 0.5).leaking(1), 3, 1)
            .under(Policies.successorFirst())
            .run(200);

    assertThat(pod.oomKills()).isZero();
    assertThat(pod.taken(Action.Recycle.class)).isNotEmpty();
    assertThat(pod.fewestServing()).as(pod.taken().toString()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aPodWaitsForItsTurnInWatch() {
    String identity = "pod-a";
    SimulatedPod pod =
        new SimulatedPod(App.flat().leaking(0.05), 3, 1)
            .under(Policies.inSlotsOf(10, identity))
            .run(900);

    TimeSlot slot = TimeSlot.of(Policies.inSlotsOf(10, identity));
    assertThat(pod.taken()).isNotEmpty();
    assertThat(pod.taken())
        .allSatisfy(
            taken -> assertThat(slot.isNow(App.seconds(taken.at()))).as("%s", taken).isTrue());
  }
}
