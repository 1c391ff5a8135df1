package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.runtime.ProcessModel;
import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;
import dev.plimsoll.core.runtime.Signal;
import dev.plimsoll.core.runtime.WorkerMark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a worker that ends too young takes the whole server with it. */
class LeastAgeTest {
  private static final Duration TICK = Duration.ofMillis(100);

  @Test
  void aWorkerIsLeftAloneUntilItIsOldEnough() {
    assertThat(ageOfTheFirstVictim(Duration.ofSeconds(6))).isEqualTo(Duration.ofSeconds(6));
    assertThat(ageOfTheFirstVictim(Duration.ZERO)).isLessThan(Duration.ofSeconds(6));
  }

  private static Duration ageOfTheFirstVictim(Duration leastAge) {
    GuardPolicy policy = Policies.usual().withModel(model(leastAge));
    GuardState state = GuardState.initial();
    for (Duration at = Duration.ZERO; at.toSeconds() < 20; at = at.plus(TICK)) {
      GuardStep step = Guard.step(policy, state, reading(at));
      state = step.next();
      if (!step.actions().isEmpty()) {
        return at;
      }
    }
    throw new AssertionError("nothing was done");
  }

  private static MasterAndWorkers model(Duration leastAge) {
    return new MasterAndWorkers(
        WorkerMark.untitledFork(),
        Optional.of(Signal.TERM),
        Optional.empty(),
        Optional.empty(),
        ProcessModel.Succession.AFTER_THE_OLD_HAS_ENDED,
        ProcessModel.OnKill.STARTS_ANOTHER,
        leastAge,
        Optional.empty());
  }

  /** Both workers rest at 20 MiB for two seconds; then they grow, and end at 118. */
  private static Reading reading(Duration at) {
    long grown = Math.max(0, at.toMillis() - 2000) * 98 / 2000;
    Bytes each = Bytes.ofMebi(20 + Math.min(98, grown));
    Bytes used = each.plus(each).plus(Bytes.ofMebi(10));
    return new Reading(
        at,
        new ContainerMemory(Bytes.ofMebi(256), used, used, used, 0),
        new ServerReading.Serving(
            new ProcessId(1, 1),
            Bytes.ofMebi(5),
            List.of(worker(2, at, each), worker(3, at, each))));
  }

  private static WorkerReading worker(int pid, Duration age, Bytes held) {
    return new WorkerReading(new ProcessId(pid, pid), age, held, age);
  }
}
