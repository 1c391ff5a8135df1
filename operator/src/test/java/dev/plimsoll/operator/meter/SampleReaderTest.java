package dev.plimsoll.operator.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.guard.GuardStep.WorkerBound;
import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.operator.meter.SampleReader.NotASampleException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleReaderTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Agent AGENT =
      new Agent("uid-of-a", "web-a", "10.0.0.1", 9797, Agent.Life.RUNNING);

  private static PodSample read(String json) throws NotASampleException {
    return SampleReader.read(json.getBytes(StandardCharsets.UTF_8), AGENT, NOW);
  }

  @Test
  void everythingThatAnAgentSaysIsRead() throws NotASampleException {
    PodSample sample =
        read(
            """
            {"version": 1, "agent": "k3", "pod": "web-a", "container": "web", "containerId": "c2",
             "time": "2026-01-01T11:59:59Z",
             "memory": {"limit": 1000, "current": 900, "unreclaimable": 800, "workingSet": 850,
                        "peakUnreclaimable": 990},
             "oomKills": 3, "containers": [{"id": "c2", "oomKills": 1}, {"id": "c1", "oomKills": 2}],
             "oomEpisodes": ["2026-01-01T11:00:00Z", "2026-01-01T11:30:00Z"],
             "server": {"state": "serving", "workers": 3, "planned": 4},
             "phase": "danger", "timeToLimitSeconds": 120.5,
             "recycles": {"soft": 2, "burst": 1}, "sheds": 1,
             "workerBound": {"workers": 2, "why": "their bursts do not fit"},
             "remarks": [{"reason": "MasterGrowth", "message": "The master holds 143Mi."}],
             "actions": [
               {"time": "2026-01-01T11:10:00Z", "action": "recycle", "reason": "soft", "why": "w1"},
               {"time": "2026-01-01T11:20:00Z", "action": "shed", "reason": "burst", "why": "w2"}]}
            """);

    assertThat(sample.podUid()).isEqualTo("uid-of-a");
    assertThat(sample.memory())
        .contains(new MemoryUse(new Bytes(1000), new Bytes(800), new Bytes(850), new Bytes(990)));
    assertThat(sample.containers())
        .containsExactly(new ContainerKills("c2", 1), new ContainerKills("c1", 2));
    assertThat(sample.oomEpisodes())
        .containsExactly(
            Instant.parse("2026-01-01T11:30:00Z"), Instant.parse("2026-01-01T11:00:00Z"));
    assertThat(sample.workers()).hasValue(3);
    assertThat(sample.plannedWorkers()).hasValue(4);
    assertThat(sample.phase()).isEqualTo(Phase.DANGER);
    assertThat(sample.timeToLimit()).contains(Duration.ofMillis(120_500));
    assertThat(sample.relief()).isEqualTo(new ReliefCounts(Map.of("soft", 2L, "burst", 1L), 1));
    assertThat(sample.workerBound()).contains(new WorkerBound(2, "their bursts do not fit"));
    assertThat(sample.remarks(Remark.Reason.MASTER_GROWTH)).isTrue();
    assertThat(sample.actions()).extracting(AgentAction::action).containsExactly("shed", "recycle");
  }

  @Test
  void anAgentWithoutAListOfContainersIsTakenToHaveSeenOne() throws NotASampleException {
    assertThat(read("{\"containerId\": \"c1\", \"oomKills\": 2}").containers())
        .containsExactly(new ContainerKills("c1", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"memory\": 7, \"server\": [], \"remarks\": {}, \"actions\": \"x\", \"phase\": null}",
        "{\"oomKills\": \"many\", \"oomEpisodes\": [\"yesterday\", 3], \"containers\": [1]}",
        "{\"memory\": {\"limit\": -5, \"unreclaimable\": -1}, \"timeToLimitSeconds\": 1e300}",
        "{\"workerBound\": {\"workers\": -1}, \"recycles\": {\"soft\": {}}, \"sheds\": -3}",
        "{\"remarks\": [{\"reason\": 5}, {}], \"actions\": [{\"time\": \"now\"}, null]}",
      })
  void whatIsMissingOrOfAnotherTypeIsAbsent(String json) throws NotASampleException {
    PodSample sample = read(json);

    assertThat(sample.oomKills()).isZero();
    assertThat(sample.phase()).isEqualTo(Phase.CALM);
    assertThat(sample.actions()).isEmpty();
    assertThat(sample.oomEpisodes()).isEmpty();
    assertThat(sample.timeToLimit()).isEmpty();
    assertThat(sample.workerBound()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>", "[]", "7", "{\"pod\": \"web-b\"}", "{\"pod\": \"web-a\"", "\u0000"})
  void whatIsNoSampleOfThePodIsRefused(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(NotASampleException.class);
  }

  @Test
  void whatIsKeptIsBoundedWhateverAPodSays() throws NotASampleException {
    String endless = "x".repeat(5_000);
    String many =
        ("{\"reason\": \"" + endless + "\", \"message\": \"" + endless + "\"},").repeat(100);
    PodSample sample = read("{\"remarks\": [" + many + "{}], \"agent\": \"" + endless + "\"}");

    assertThat(sample.remarks()).hasSizeLessThanOrEqualTo(10);
    assertThat(sample.remarks().toString()).hasSizeLessThan(10_000);
    assertThat(sample.agent()).hasSizeLessThan(100);
  }
}
