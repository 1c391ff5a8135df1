package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the server has no signal that recycles a worker. */
class NoSignalTest {

  @Test
  void whatWouldGiveItOneIsSaid() {
    assertThat(remarksOnLeaking("granian"))
        .anySatisfy(message -> assertThat(message).contains("GRANIAN_RESPAWN_FAILED_WORKERS=true"));
  }

  @Test
  void nothingIsPromisedWhereNothingWould() {
    assertThat(remarksOnLeaking("hypercorn"))
        .anySatisfy(
            message -> assertThat(message).contains("has no signal that recycles one worker: "));
  }

  private static List<String> remarksOnLeaking(String runtime) {
    GuardPolicy policy =
        Policies.usual().withModel(RuntimeProfiles.named(runtime).orElseThrow().processes());
    GuardState state = GuardState.initial();
    List<String> remarks = new ArrayList<>();
    for (int tick = 0; tick < 600; tick++) {
      GuardStep step = Guard.step(policy, state, reading(tick));
      state = step.next();
      assertThat(step.actions()).isEmpty();
      step.remarks().forEach(remark -> remarks.add(remark.message()));
    }
    return remarks;
  }

  /** Two workers that grow from 20 to 110 MiB in half a minute, and stay there. */
  private static Reading reading(int tick) {
    Bytes each = Bytes.ofMebi(Math.min(110, 20 + tick * 3 / 10));
    Bytes used = each.plus(each).plus(Bytes.ofMebi(10));
    Duration at = Duration.ofMillis(100L * tick);
    return new Reading(
        at,
        new ContainerMemory(Bytes.ofMebi(256), used, used, used, 0),
        new ServerReading.Serving(
            new ProcessId(1, 1),
            Bytes.ofMebi(5),
            List.of(worker(2, at, each), worker(3, at, each))));
  }

  private static WorkerReading worker(int pid, Duration age, Bytes held) {
    return new WorkerReading(new ProcessId(pid, pid), age, held, Duration.ofSeconds(1));
  }
}
