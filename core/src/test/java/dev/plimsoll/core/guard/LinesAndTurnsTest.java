package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replicas differ in where and when they act. */
class LinesAndTurnsTest {

  @Test
  void aPodWithoutIdentityHasThePolicysSoftLine() {
    assertThat(SoftLine.percent(Policies.usual())).isEqualTo(85);
  }

  @Test
  void identitiesLowerTheSoftLineByUpToThreePoints() {
    assertThat(IntStream.range(0, 1000).mapToObj(LinesAndTurnsTest::softPercent))
        .allMatch(percent -> percent > 82 && percent <= 85)
        .anyMatch(percent -> percent < 82.2)
        .anyMatch(percent -> percent > 84.8);
  }

  @Test
  void everyTurnIsSomePods() {
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(pod -> TimeSlot.of(Policies.inSlotsOf(5, "pod-" + pod)).mine())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void theOnlyReplicaNeverWaits() {
    TimeSlot slot = TimeSlot.of(Policies.inSlotsOf(1, "pod-1"));

    assertThat(slot.wait(Duration.ofMillis(123_456))).isZero();
  }

  @Test
  void aTurnComesAfterTheWait() {
    TimeSlot slot = TimeSlot.of(Policies.inSlotsOf(7, "pod-1"));
    Duration at = Duration.ofMillis(123_456);

    assertThat(slot.isNow(at.plus(slot.wait(at)))).isTrue();
    assertThat(slot.wait(at)).isLessThan(Duration.ofSeconds(70));
  }

  private static double softPercent(int pod) {
    return SoftLine.percent(Policies.inSlotsOf(1, "pod-" + pod));
  }
}
