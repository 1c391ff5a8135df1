package dev.plimsoll.operator.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.operator.act.RolloutSlots.Rollout;
import dev.plimsoll.operator.act.RolloutSlots.Rollout.Stage;
import dev.plimsoll.operator.observe.TargetKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolloutSlotsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Map<TargetKey, Rollout> shown = new HashMap<>();
  private final RolloutSlots slots = new RolloutSlots(2, () -> shown);

  private static TargetKey app(int number) {
    return new TargetKey("shop", "Deployment", "app-" + number);
  }

  @Test
  void theThirdWaitsUntilOneIsOver() {
    assertThat(slots.take(app(1), NOON)).isTrue();
    assertThat(slots.take(app(2), NOON)).isTrue();
    assertThat(slots.take(app(3), NOON)).isFalse();
    assertThat(slots.runningBeside(app(3), NOON)).isEqualTo(2);
    assertThat(slots.runningBeside(app(1), NOON)).isOne();

    shown.put(app(1), new Rollout(NOON, Stage.OVER));

    assertThat(slots.take(app(3), NOON.plusSeconds(5))).isTrue();
  }

  @Test
  void aRolloutThatTheCacheDoesNotShowYetCounts() {
    shown.put(app(1), new Rollout(NOON.minusSeconds(3600), Stage.OVER));
    assertThat(slots.take(app(1), NOON)).isTrue();

    assertThat(slots.runningBeside(app(2), NOON.plusSeconds(1))).isOne();
    assertThat(slots.runningBeside(app(2), NOON.plusSeconds(31))).isZero();
  }

  @Test
  void afterARestartTheWorkloadsTellWhatRuns() {
    shown.put(app(1), new Rollout(NOON.minusSeconds(60), Stage.RUNNING));
    shown.put(app(2), new Rollout(NOON.minusSeconds(30), Stage.RUNNING));

    assertThat(slots.take(app(3), NOON)).isFalse();
    assertThat(slots.take(app(2), NOON)).as("its own rollout does not bar it").isTrue();
  }

  @Test
  void aRolloutThatDidNotStartGivesItsSlotBack() {
    slots.take(app(1), NOON);
    slots.takeUrgently(app(2), NOON);
    slots.takeUrgently(app(3), NOON);
    assertThat(slots.runningBeside(app(4), NOON)).as("urgency passes the bound").isEqualTo(3);

    slots.giveBack(app(2));
    slots.giveBack(app(3));

    assertThat(slots.take(app(4), NOON)).isTrue();
  }

  @Test
  void manyThreadsTakeNoMoreThanThereAre() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var asked =
          IntStream.range(0, 64)
              .<Callable<Boolean>>mapToObj(i -> () -> slots.take(app(i), NOON))
              .toList();

      long granted = 0;
      for (var answer : threads.invokeAll(asked)) {
        granted += answer.get() ? 1 : 0;
      }

      assertThat(granted).isEqualTo(2);
    }
  }
}
