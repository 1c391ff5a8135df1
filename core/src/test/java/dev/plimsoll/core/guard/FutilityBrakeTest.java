package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When recycling is given up, and when it is tried again. */
class FutilityBrakeTest {
  private static final Duration NOW = Duration.ofMinutes(10);

  @Test
  void threeRecyclesThatGiveNothingBackCloseIt() {
    FutilityBrake brake = FutilityBrake.open();
    for (int i = 0; i < 3; i++) {
      assertThat(brake.isClosed()).isFalse();
      brake = judged(brake, recycled(100, 5));
    }

    assertThat(brake.isClosed()).isTrue();
  }

  @Test
  void oneThatHelpsStartsTheCountAgain() {
    FutilityBrake brake = FutilityBrake.open();
    for (int freed : new int[] {5, 5, 80, 5, 5}) {
      brake = judged(brake, recycled(100, freed));
    }

    assertThat(brake.isClosed()).isFalse();
  }

  @Test
  void aVictimThatHasOnlyJustComeCounts() {
    FutilityBrake brake =
        FutilityBrake.open()
            .after(recycled(100, 100))
            .atNext(NOW, worker(2, 90), List.of(worker(400, 10), worker(2, 90)), Learned.nothing());

    assertThat(brake.inVain()).isEqualTo(1);
  }

  @Test
  void aYoungestAsLargeAsTheVictimCounts() {
    FutilityBrake brake =
        FutilityBrake.open()
            .after(recycled(100, 100))
            .atNext(
                NOW, worker(400, 90), List.of(worker(400, 90), worker(20, 85)), Learned.nothing());

    assertThat(brake.inVain()).isEqualTo(1);
  }

  @Test
  void tenCalmMinutesOpenItAgain() {
    FutilityBrake closed = FutilityBrake.open();
    for (int i = 0; i < 3; i++) {
      closed = judged(closed, recycled(100, 0));
    }

    FutilityBrake calm = closed.with(NOW, Phase.CALM);
    assertThat(calm.with(NOW.plusMinutes(9), Phase.CALM).isClosed()).isTrue();
    assertThat(calm.with(NOW.plusMinutes(10), Phase.CALM).isClosed()).isFalse();
    assertThat(
            calm.with(NOW.plusMinutes(9), Phase.WATCH)
                .with(NOW.plusMinutes(10), Phase.CALM)
                .isClosed())
        .isTrue();
  }

  private static FutilityBrake judged(FutilityBrake brake, FutilityBrake.Recycled recycled) {
    return brake
        .after(recycled)
        .atNext(NOW, worker(400, 90), List.of(worker(400, 90), worker(200, 10)), Learned.nothing());
  }

  private static FutilityBrake.Recycled recycled(int expected, int freed) {
    return new FutilityBrake.Recycled(Bytes.ofMebi(expected), Bytes.ofMebi(freed));
  }

  private static WorkerTrack worker(int ageSeconds, int mebi) {
    return WorkerTrack.first(
        NOW,
        new WorkerReading(
            new ProcessId(ageSeconds, 1),
            Duration.ofSeconds(ageSeconds),
            Bytes.ofMebi(mebi),
            Duration.ZERO));
  }
}
