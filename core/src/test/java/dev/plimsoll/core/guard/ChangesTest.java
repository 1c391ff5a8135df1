package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who a kill of the kernel met, and who ended without one. */
class ChangesTest {
  private static final Duration NOW = Duration.ofMinutes(10);
  private static final WorkerTrack OLD = worker(1, Duration.ofMinutes(5), NOW);
  private static final WorkerTrack BOOTING = worker(2, Duration.ofSeconds(1), NOW);
  private static final WorkerTrack NEW = worker(3, Duration.ZERO, NOW);

  @Test
  void aKillOfAGrownWorkerIsNotYoung() {
    assertThat(Changes.between(crew(OLD), crew(NEW), 1).youngKills()).isZero();
  }

  @Test
  void aKillOfABootingWorkerIsYoung() {
    assertThat(Changes.between(crew(OLD, BOOTING), crew(OLD, NEW), 1).youngKills()).isEqualTo(1);
  }

  @Test
  void aWorkerBornAndKilledBetweenReadingsIsYoung() {
    assertThat(Changes.between(crew(BOOTING), crew(NEW), 2).youngKills()).isEqualTo(2);
  }

  @Test
  void aKillOfAnotherProcessMeetsNoWorker() {
    assertThat(Changes.between(crew(OLD, BOOTING), crew(OLD, BOOTING), 1).youngKills()).isZero();
  }

  @Test
  void anIdleWorkerReplacedWithoutAKillSeemsToHaveTimedOut() {
    WorkerTrack stuck = worker(9, Duration.ofMinutes(5), NOW.minusSeconds(31));
    Crew after = crew(OLD, NEW);

    assertThat(
            SuspectedTimeout.in(
                NOW, after, Changes.between(crew(stuck, OLD), crew(NEW, OLD), 0), Optional.empty()))
        .hasValueSatisfying(timeout -> assertThat(timeout.remark().message()).contains("31 s"));
  }

  @Test
  void aWorkerKilledByTheKernelDidNotTimeOut() {
    WorkerTrack stuck = worker(9, Duration.ofMinutes(5), NOW.minusSeconds(31));

    assertThat(
            SuspectedTimeout.in(
                NOW,
                crew(OLD, NEW),
                Changes.between(crew(stuck, OLD), crew(NEW, OLD), 1),
                Optional.empty()))
        .isEmpty();
  }

  @Test
  void aBusyWorkerThatEndsDidNotTimeOut() {
    WorkerTrack busy = worker(9, Duration.ofMinutes(5), NOW.minusSeconds(1));

    assertThat(
            SuspectedTimeout.in(
                NOW,
                crew(OLD, NEW),
                Changes.between(crew(busy, OLD), crew(NEW, OLD), 0),
                Optional.empty()))
        .isEmpty();
  }

  private static Crew crew(WorkerTrack... workers) {
    return Crew.of(new ProcessId(100, 1), List.of(workers));
  }

  private static WorkerTrack worker(int pid, Duration age, Duration cpuMovedAt) {
    WorkerTrack first =
        WorkerTrack.first(
            NOW,
            new WorkerReading(new ProcessId(pid, 1), age, Bytes.ofMebi(50), Duration.ofSeconds(1)));
    return new WorkerTrack(
        first.last(), first.bornAt(), first.recent(), first.growth(), cpuMovedAt);
  }
}
