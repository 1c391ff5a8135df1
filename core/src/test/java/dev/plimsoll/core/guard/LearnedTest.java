package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** What one worker's readings teach. */
class LearnedTest {
  private static final Bytes LIMIT = Bytes.ofMebi(256);

  @Test
  void aBootThatHoldsItsDataTwiceIsToldFromWhatItLeaves() {
    Learned learned = learned(80, tick -> tick < 10 ? 11 * tick : tick == 10 ? 110 : 60);

    assertThat(learned.freshSize()).contains(Bytes.ofMebi(60));
    assertThat(learned.bootPeak()).contains(Bytes.ofMebi(110));
    assertThat(learned.bootTime().orElseThrow())
        .isBetween(Duration.ofMillis(900), Duration.ofMillis(1300));
    assertThat(learned.burst().at(Duration.ofSeconds(8))).isEqualTo(Bytes.ZERO);
  }

  @Test
  void aRiseAfterTheBootIsABurst() {
    Learned learned = learned(80, tick -> tick == 60 ? 100 : 40);

    assertThat(learned.burst().at(Duration.ofSeconds(6)).count())
        .isCloseTo(Bytes.ofMebi(60).count(), withPercentage(1));
  }

  @Test
  void aBurstIsForgottenByHalvesInTenMinutes() {
    Learned learned = learned(80, tick -> tick == 60 ? 100 : 40);

    assertThat(learned.burst().at(Duration.ofSeconds(606)).count())
        .isCloseTo(Bytes.ofMebi(30).count(), withPercentage(1));
  }

  @Test
  void nothingIsLearnedFromTheBootOfAWorkerThatWasThereBefore() {
    WorkerTrack worker = WorkerTrack.first(Duration.ZERO, reading(Duration.ofHours(1), 80));
    Learned learned = Learned.nothing();
    for (int tick = 1; tick < 80; tick++) {
      Duration at = Duration.ofMillis(100L * tick);
      worker = worker.with(at, reading(Duration.ofHours(1).plus(at), 80), LIMIT, learned);
      learned = learned.with(at, List.of(worker));
    }

    assertThat(learned.freshSize()).isEmpty();
  }

  /** Ten ticks a second; sizes in MiB. */
  private static Learned learned(int ticks, LongUnaryOperator size) {
    WorkerTrack worker = WorkerTrack.first(Duration.ZERO, reading(Duration.ZERO, 0));
    Learned learned = Learned.nothing();
    for (int tick = 1; tick < ticks; tick++) {
      Duration at = Duration.ofMillis(100L * tick);
      worker = worker.with(at, reading(at, size.applyAsLong(tick)), LIMIT, learned);
      learned = learned.with(at, List.of(worker));
    }
    return learned;
  }

  private static WorkerReading reading(Duration age, long mebi) {
    return new WorkerReading(new ProcessId(5, 1), age, Bytes.ofMebi(mebi), age);
  }
}
