package dev.plimsoll.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.cli.input.InvalidInput;
import dev.plimsoll.core.model.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundLimitTest {
  private static final Optional<Bytes> NONE = Optional.empty();
  private static final Optional<Bytes> SMALL = Optional.of(Bytes.ofMebi(256));
  private static final Optional<Bytes> LARGE = Optional.of(Bytes.ofMebi(512));

  @Test
  void takesTheContainersOwn() {
    assertThat(FoundLimit.of(NONE, NONE, LARGE, "budget.yaml"))
        .isEqualTo(new FoundLimit(LARGE.get(), "this container's memory cgroup", NONE, LARGE));
  }

  @Test
  void makesTheOneThatIsAskedFor() {
    assertThat(FoundLimit.of(SMALL, NONE, LARGE, "budget.yaml"))
        .isEqualTo(new FoundLimit(SMALL.get(), "--limit", SMALL, SMALL));
  }

  @Test
  void plansForTheContainersOwnWhereMoreIsAskedForThanItHas() {
    assertThat(FoundLimit.of(LARGE, NONE, SMALL, "budget.yaml"))
        .isEqualTo(new FoundLimit(SMALL.get(), "this container's memory cgroup", LARGE, SMALL));
  }

  @Test
  void plansForTheBudgetsWhereThatIsSmaller() {
    assertThat(FoundLimit.of(NONE, SMALL, LARGE, "budget.yaml"))
        .isEqualTo(new FoundLimit(SMALL.get(), "spec.memory.limit", NONE, LARGE));
  }

  @Test
  void knowsWhereTheKernelLimitsNothing() {
    assertThat(FoundLimit.of(NONE, SMALL, NONE, "budget.yaml").inForce()).isEmpty();
  }

  @Test
  void needsOne() {
    assertThatThrownBy(() -> FoundLimit.of(NONE, NONE, NONE, "budget.yaml"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("budget.yaml: spec.memory.limit: is missing")
        .hasMessageContaining("--limit 512Mi");
  }
}
