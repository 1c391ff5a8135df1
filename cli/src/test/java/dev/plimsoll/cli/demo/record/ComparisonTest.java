package dev.plimsoll.cli.demo.record;

import static dev.plimsoll.cli.demo.record.SampleRecording.side;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void holdsWhereKillsEndAndAsMuchIsAnswered() {
    assertThat(Comparison.of(SampleRecording.good()).holds()).isTrue();
    assertThat(compare(3, 100, 0, 98).holds()).isTrue();
  }

  @Test
  void failsWhereFewerAreAnswered() {
    assertThat(compare(3, 100, 0, 97).shortfalls())
        .containsExactly(
            "under the guard 97.0 % of the requests answered without it were answered");
  }

  @Test
  void failsWhereTheGuardLetsTheKernelKill() {
    assertThat(compare(3, 100, 1, 100).shortfalls())
        .containsExactly("the kernel killed 1 under the guard");
  }

  @Test
  void failsWhereNothingWouldHaveBeenKilled() {
    assertThat(compare(0, 100, 0, 100).shortfalls())
        .containsExactly("nothing was killed without the guard: let it run longer by --seconds");
  }

  /** What people without cgroups are shown must show what it is to show. */
  @Test
  void holdsForTheShippedRecording() {
    assertThat(Comparison.of(RecordingFile.shipped()).shortfalls()).isEmpty();
  }

  private static Comparison compare(long kills, int completed, long guardedKills, int guarded) {
    return Comparison.of(
        SampleRecording.of(
            side("unguarded", kills, completed, List.of()),
            side("guarded", guardedKills, guarded, List.of())));
  }
}
