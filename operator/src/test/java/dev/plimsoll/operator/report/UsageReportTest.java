package dev.plimsoll.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.KillTotals;
import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.crds.v1alpha1.ActionStatus;
import dev.plimsoll.crds.v1alpha1.ForecastStatus;
import dev.plimsoll.crds.v1alpha1.UsageStatus;
import dev.plimsoll.operator.act.KillLedger.Counted;
import dev.plimsoll.operator.meter.AgentAction;
import dev.plimsoll.operator.meter.Metering;
import dev.plimsoll.operator.meter.PodSample;
import dev.plimsoll.operator.meter.Samples;
import dev.plimsoll.operator.report.ConditionState.Status;
import dev.plimsoll.operator.report.Usage.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the status says of use, kills and actions, and that it moves in steps only. */
class UsageReportTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Bytes LIMIT = Bytes.ofMebi(500);

  private static Samples holding(String pod, long mebi) {
    return Samples.of(pod, NOW)
        .withWorkers(2)
        .withMemory(LIMIT, Bytes.ofMebi(mebi), Bytes.ofMebi(mebi + 50), Bytes.ofMebi(mebi + 100));
  }

  private static Usage usage(PodSample... samples) {
    return usage(Samples.metering(List.of(samples)), Counted.NOTHING);
  }

  private static Usage usage(Metering metering, Counted kills) {
    return new Usage(Asked.FOR_AGENT, metering, kills, NOW);
  }

  private static UsageStatus status(Usage usage, UsageStatus before) {
    return UsageFactory.of(usage, LIMIT, Optional.ofNullable(before));
  }

  private static Metering metricsServer(Map<String, Bytes> workingSets, String trouble) {
    return new Metering(
        Metering.State.KNOWN,
        2,
        List.of(),
        Map.of(),
        workingSets,
        Optional.ofNullable(trouble),
        OptionalInt.empty(),
        Optional.empty(),
        Metering.PENDING.relief());
  }

  @Test
  void thePodThatHoldsMostIsShown() {
    UsageStatus status = status(usage(holding("a", 200).build(), holding("b", 300).build()), null);

    assertThat(status).isEqualTo(new UsageStatus("300Mi", "350Mi", "400Mi", 2, 4, 0L, null, null));
  }

  @Test
  void whatIsShownMovesByStepsOfTwoPercentOnly() {
    UsageStatus before = status(usage(holding("a", 300).build()), null);

    for (long near : new long[] {291, 295, 305, 309}) {
      assertThat(status(usage(holding("a", near).build()), before).unreclaimable())
          .isEqualTo("300Mi");
    }
    assertThat(status(usage(holding("a", 311).build()), before).unreclaimable()).isEqualTo("310Mi");
    assertThat(status(usage(holding("a", 250).build()), before).unreclaimable()).isEqualTo("250Mi");
  }

  @Test
  void thePeakStays() {
    UsageStatus before = status(usage(holding("a", 300).build()), null);

    assertThat(status(usage(holding("a", 100).build()), before).peak()).isEqualTo("400Mi");
    assertThat(status(usage(), before).peak()).isEqualTo("400Mi");
  }

  @Test
  void afterARestartWhatWasKnownHoldsOnUntilThePodsAreAsked() {
    UsageStatus before = status(usage(holding("a", 300).build()), null);

    assertThat(status(usage(Metering.PENDING, Counted.NOTHING), before)).isEqualTo(before);
    assertThat(status(usage(Metering.PENDING, Counted.NOTHING), null)).isNull();
  }

  @Test
  void whatWasCountedIsReadBackAsItWasWritten() {
    Counted counted =
        new Counted(
            KillTotals.NONE.with("uid-of-a", "c1", 2).with("uid-of-b", "c2", 1), Optional.of(NOW));
    UsageStatus status = status(usage(Samples.metering(List.of()), counted), null);

    assertThat(status.oomKills()).isEqualTo(3);
    assertThat(status.lastOomKill()).isEqualTo("2026-01-01T12:00:00Z");
    assertThat(UsageFactory.counted(Optional.of(status))).isEqualTo(counted);
    assertThat(UsageFactory.counted(Optional.empty())).isEqualTo(Counted.NOTHING);
  }

  @Test
  void anothersHandInTheStatusIsBorne() {
    UsageStatus odd = new UsageStatus("much", null, "-", null, null, -3L, "yesterday", null);

    assertThat(UsageFactory.counted(Optional.of(odd))).isEqualTo(Counted.NOTHING);
    assertThat(status(usage(holding("a", 300).build()), odd).unreclaimable()).isEqualTo("300Mi");
  }

  private static ConditionState available(Usage usage) {
    return MeteringStates.of(usage).getFirst();
  }

  private static ConditionState within(Usage usage) {
    return MeteringStates.of(usage).getLast();
  }

  @Test
  void theConditionNamesTheSource() {
    assertThat(available(usage(holding("a", 300).build())))
        .returns(Status.TRUE, ConditionState::status)
        .returns("Agent", ConditionState::reason);

    ConditionState metrics =
        available(usage(metricsServer(Map.of("a", Bytes.ofMebi(1)), null), Counted.NOTHING));
    assertThat(metrics)
        .returns(Status.TRUE, ConditionState::status)
        .returns("MetricsServer", ConditionState::reason);
    assertThat(metrics.message()).contains("working set", "next rollout");

    ConditionState none =
        available(
            new Usage(
                Asked.NO_AGENT_BY_MODE,
                metricsServer(Map.of(), "the cluster does not serve it"),
                Counted.NOTHING,
                NOW));
    assertThat(none)
        .returns(Status.FALSE, ConditionState::status)
        .returns("None", ConditionState::reason);
    assertThat(none.message())
        .contains("the cluster does not serve it", "Install metrics-server", "spec.mode");

    assertThat(available(usage(Metering.PENDING, Counted.NOTHING)).reason()).isEqualTo("Pending");
  }

  @Test
  void anAgentThatCannotBeAskedIsNamed() {
    Metering metering =
        new Metering(
            Metering.State.KNOWN,
            4,
            List.of(),
            Map.of("d", "w", "c", "z", "b", "y", "a", "its port refuses connections"),
            Map.of(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Metering.PENDING.relief());

    assertThat(available(usage(metering, Counted.NOTHING)))
        .returns(Status.FALSE, ConditionState::status)
        .returns("AgentUnreachable", ConditionState::reason)
        .satisfies(
            state ->
                assertThat(state.message())
                    .contains("a, b, c and others", "its port refuses connections", "9797"));
  }

  @Test
  void aKillIsToldForTenMinutesAndTheBudgetIsLookedAtAgainThen() {
    Counted killed = new Counted(KillTotals.NONE.with("a", "c", 1), Optional.of(NOW));
    Metering calm = Samples.metering(List.of(holding("a", 300).build()));

    assertThat(within(usage(calm, killed)).reason()).isEqualTo("OomKilled");
    assertThat(usage(calm, killed).turnsAt()).contains(NOW.plusSeconds(600));
    Usage later = new Usage(Asked.FOR_AGENT, calm, killed, NOW.plusSeconds(600));
    assertThat(within(later)).returns(Status.TRUE, ConditionState::status);
    assertThat(later.turnsAt()).isEmpty();
  }

  @Test
  void aPodAboveItsHardLineIsTold() {
    assertThat(within(usage(holding("a", 480).in(Phase.DANGER).build())).reason())
        .isEqualTo("AboveHardLine");
    assertThat(within(usage(metricsServer(Map.of("a", LIMIT), null), Counted.NOTHING)).status())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void theForecastIsRoughAndStays() {
    Optional<ForecastStatus> first =
        Forecasts.of(Optional.of(Duration.ofSeconds(100)), Optional.empty());
    assertThat(first.orElseThrow().timeToLimit()).isEqualTo("PT2M");

    assertThat(Forecasts.of(Optional.of(Duration.ofSeconds(70)), first)).isEqualTo(first);
    assertThat(Forecasts.of(Optional.of(Duration.ofSeconds(230)), first)).isEqualTo(first);
    assertThat(Forecasts.of(Optional.of(Duration.ofSeconds(20)), first).orElseThrow().timeToLimit())
        .isEqualTo("PT30S");
    assertThat(Forecasts.of(Optional.of(Duration.ofHours(2)), first)).isEmpty();
    assertThat(Forecasts.of(Optional.empty(), first)).isEmpty();
  }

  @Test
  void theLatestTenActionsOfOperatorAndAgentsAreToldOnceEach() {
    AgentAction[] recycles = new AgentAction[9];
    for (int i = 0; i < recycles.length; i++) {
      recycles[i] = new AgentAction(NOW.minusSeconds(i * 10L), "recycle", "soft", "worker " + i);
    }
    Metering metering = Samples.metering(List.of(holding("a", 300).having(recycles).build()));
    ActionStatus rollout =
        new ActionStatus(NOW.minusSeconds(5).toString(), "RolloutStarted", "Plan", "m");
    ActionStatus old =
        new ActionStatus(NOW.minusSeconds(900).toString(), "PodEvicted", "Undo", "m");

    List<ActionStatus> first = RecentActions.of(List.of(rollout), List.of(old), metering);
    assertThat(first).hasSize(10).doesNotContain(old);
    assertThat(first.getFirst())
        .isEqualTo(
            new ActionStatus("2026-01-01T12:00:00Z", "WorkerRecycled", "Soft", "Pod a: worker 0"));
    assertThat(first.get(1)).isEqualTo(rollout);
    assertThat(RecentActions.of(List.of(), first, metering)).isEqualTo(first);
  }
}
