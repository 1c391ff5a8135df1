package dev.plimsoll.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.GuardAction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where there are no workers, the guard watches and says. */
class BystanderTest {
  private static final ServerReading ALONE =
      new ServerReading.Alone(new ProcessId(7, 1), Bytes.ofMebi(200));

  @Test
  void oneProcessAboveItsHardLineAsksForASmallerPlan() {
    GuardStep step =
        Guard.step(
            Policies.singleProcess(GuardAction.REDUCE_PLAN),
            GuardState.initial(),
            reading(0, 245, ALONE));

    assertThat(step.phase()).isEqualTo(Phase.DANGER);
    assertThat(step.actions()).isEmpty();
    assertThat(step.remarks())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.reason()).isEqualTo(Remark.Reason.PLAN_TOO_LARGE);
              assertThat(remark.message()).contains("EvictPod");
            });
  }

  @Test
  void oneProcessAboveItsHardLineAsksForANewPodWhereThatIsAllowed() {
    GuardStep step =
        Guard.step(
            Policies.singleProcess(GuardAction.EVICT_POD),
            GuardState.initial(),
            reading(0, 245, ALONE));

    assertThat(step.remarks())
        .extracting(Remark::reason)
        .containsExactly(Remark.Reason.NEW_POD_NEEDED);
  }

  @Test
  void oneProcessAboveItsSoftLineIsConfirmedFirst() {
    GuardPolicy policy = Policies.singleProcess(GuardAction.REDUCE_PLAN);
    GuardStep first = Guard.step(policy, GuardState.initial(), reading(0, 225, ALONE));
    GuardStep later = Guard.step(policy, first.next(), reading(16, 225, ALONE));

    assertThat(first.remarks()).isEmpty();
    assertThat(later.remarks())
        .extracting(Remark::reason)
        .containsExactly(Remark.Reason.PLAN_TOO_LARGE);
  }

  @Test
  void aServerThatIsNotThereIsSaid() {
    GuardStep step =
        Guard.step(
            Policies.usual(),
            GuardState.initial(),
            reading(0, 100, new ServerReading.Unrecognised("no gunicorn runs here")));

    assertThat(step.remarks())
        .containsExactly(new Remark(Remark.Reason.UNRECOGNISED, "no gunicorn runs here"));
  }

  private static Reading reading(long seconds, long mebi, ServerReading server) {
    Bytes level = Bytes.ofMebi(mebi);
    return new Reading(
        Duration.ofSeconds(seconds),
        new ContainerMemory(Bytes.ofMebi(256), level, level, level, 0),
        server);
  }
}
