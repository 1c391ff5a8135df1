package dev.plimsoll.operator.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.KillCount;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillLedgerTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final String BUDGET = "uid-of-web";

  private final KillLedger ledger = new KillLedger(START);

  /** A pod created at the start, whose container ended once like this and runs again. */
  private static Pod pod(String name, String revision, String reason, int exitCode, Instant end) {
    return new PodBuilder()
        .withNewMetadata()
        .withUid("uid-of-" + name)
        .withCreationTimestamp(START.toString())
        .addToLabels("pod-template-hash", revision)
        .endMetadata()
        .withNewStatus()
        .addToContainerStatuses(
            new ContainerStatusBuilder()
                .withName("web")
                .withNewLastState()
                .withNewTerminated()
                .withContainerID("containerd://" + end)
                .withReason(reason)
                .withExitCode(exitCode)
                .withFinishedAt(end.toString())
                .endTerminated()
                .endLastState()
                .build())
        .endStatus()
        .build();
  }

  private static Pod killed(String name, String revision, Instant end) {
    return pod(name, revision, "OOMKilled", 137, end);
  }

  private int note(Instant now, Pod... pods) {
    return ledger.note(BUDGET, List.of(pods), "web", now);
  }

  @Test
  void aKillIsCountedOnceThoughItShowsForLong() {
    Pod pod = killed("a", "1", START.plusSeconds(10));

    assertThat(note(START.plusSeconds(20), pod)).isOne();
    assertThat(note(START.plusSeconds(80), pod)).isZero();
    assertThat(note(START.plusSeconds(90), killed("a", "1", START.plusSeconds(85)))).isOne();
    assertThat(ledger.of(BUDGET, "1")).isEqualTo(new KillCount(2, Duration.ofSeconds(90)));
  }

  @Test
  void signalNineCountsWhereTheRuntimeSaysErrorAndAnExitDoesNot() {
    Instant end = START.plusSeconds(10);

    assertThat(note(START.plusSeconds(20), pod("a", "1", "Error", 137, end))).isOne();
    assertThat(note(START.plusSeconds(20), pod("b", "1", "OOMKilled", 0, end))).isOne();
    assertThat(note(START.plusSeconds(20), pod("c", "1", "Error", 1, end))).isZero();
  }

  @Test
  void aKillFromBeforeTheStartIsKnownButNotNew() {
    Pod pod = killed("a", "1", START.minusSeconds(600));

    assertThat(note(START.plusSeconds(1), pod)).isZero();
    assertThat(ledger.of(BUDGET, "1").kills()).isOne();
  }

  @Test
  void killsAreToldApartByRevisionAndOutliveTheirPodsForAnHour() {
    note(START.plusSeconds(60), killed("a", "1", START.plusSeconds(10)));
    note(START.plusSeconds(120), killed("b", "2", START.plusSeconds(100)));

    assertThat(ledger.of(BUDGET, "2").kills()).isOne();
    assertThat(ledger.besides(BUDGET, "2")).isEqualTo(new KillCount(1, Duration.ofSeconds(60)));

    note(START.plusSeconds(3700));
    assertThat(ledger.besides(BUDGET, "2").kills()).isZero();
    assertThat(ledger.of(BUDGET, "2").kills()).isOne();
  }

  @Test
  void otherContainersAndOtherBudgetsAreNoConcern() {
    Pod pod = killed("a", "1", START.plusSeconds(10));

    assertThat(ledger.note(BUDGET, List.of(pod), "log", START.plusSeconds(20))).isZero();
    assertThat(ledger.of("uid-of-jobs", "1").kills()).isZero();
  }
}
