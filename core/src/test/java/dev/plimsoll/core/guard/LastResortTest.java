package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.GuardAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** At the limit at once: fifty readings a second of one worker that leaps beside a large one. */
class LastResortTest {
  private static final ProcessId LARGE = new ProcessId(10, 1);
  private static final ProcessId LEAPING = new ProcessId(11, 2);
  private static final int LEAP = 400;

  @Test
  void growthWithoutAnEndIsKilledBeforeTheLimit() {
    assertThat(kills(tick -> tick < LEAP ? 20 : 20 + 4L * (tick - LEAP))).isNotEmpty();
  }

  @Test
  void aLeapAsHighAsOneBeforeIsWaitedFor() {
    assertThat(kills(tick -> 20 + leap(tick, 200) + leap(tick, LEAP))).isEmpty();
  }

  @Test
  void aLeapThatGoesOnBeyondThoseBeforeIsNot() {
    assertThat(kills(tick -> 20 + leap(tick, 200) / 2 + Math.max(0, 4L * (tick - LEAP))))
        .isNotEmpty();
  }

  /** By 24 MiB within 120 ms from this tick on, given back a second later. */
  private static long leap(int tick, int from) {
    return tick < from || tick > from + 50 ? 0 : Math.min(24, 4L * (tick - from));
  }

  /** The kills as a last resort until the container is full, or until the tick 430. */
  private static List<Action> kills(IntToLongFunction leaping) {
    GuardPolicy policy = Policies.allowing(GuardAction.RECYCLE_WORKER);
    GuardState state = GuardState.initial();
    List<Action> kills = new ArrayList<>();
    for (int tick = 0; tick < 430; tick++) {
      long size = leaping.applyAsLong(tick);
      // Grows until it leaves so little room that a leap ends at 99 % of the limit.
      long large = 133 + Math.clamp((tick - 150) * 3 / 8, 0, 56);
      long all = 20 + large + size;
      if (all > 256) {
        break;
      }
      GuardStep step = Guard.step(policy, state, reading(tick, all, large, size));
      state = step.next();
      step.actions().stream().filter(LastResortTest::isLastResort).forEach(kills::add);
    }
    return kills;
  }

  private static boolean isLastResort(Action action) {
    return action instanceof Action.Kill kill && kill.reason() == Action.KillReason.LAST_RESORT;
  }

  private static Reading reading(int tick, long all, long large, long leaping) {
    Duration at = Duration.ofMillis(20L * tick);
    Bytes unreclaimable = Bytes.ofMebi(all);
    return new Reading(
        at,
        new ContainerMemory(Bytes.ofMebi(256), unreclaimable, unreclaimable, unreclaimable, 0),
        new ServerReading.Serving(
            new ProcessId(1, 0),
            Bytes.ofMebi(10),
            List.of(worker(LARGE, large, at), worker(LEAPING, leaping, at))));
  }

  private static WorkerReading worker(ProcessId id, long mebi, Duration at) {
    Duration age = Duration.ofHours(1).plus(at);
    return new WorkerReading(id, age, Bytes.ofMebi(mebi), age);
  }
}
