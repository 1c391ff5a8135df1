package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.e2e.harness.Command;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demonstration on Kubernetes, as README tells it; it brings up a cluster of its own. */
@Tag("cluster")
@Order(1)
class DemoIT {

  @Test
  void theDemonstrationShowsKillsBeforeNoneAfterAndAsManyAnswers() {
    Command.Result demo = Command.of("./plimsoll", "demo", "--kubernetes").run();

    System.out.println(demo.stdout());
    assertThat(demo.exitStatus()).as("%s", demo).isZero();
    assertThat(demo.stdout()).contains("killed by the kernel", "answered", "declared", "measured");
    assertThat(Command.of("docker", "ps", "--format", "{{.Names}}").output())
        .doesNotContain("plimsoll-demo");
  }
}
