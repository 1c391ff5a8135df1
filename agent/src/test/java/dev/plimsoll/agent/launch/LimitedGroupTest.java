package dev.plimsoll.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On Linux with the right to make cgroups, which means as root; skipped elsewhere. */
class LimitedGroupTest {

  @Test
  void theKernelKillsWhatOutgrowsIt() throws Exception {
    try (LimitedGroup group = made("kill", Bytes.ofMebi(32))) {
      Child child =
          Child.start(
              group.enclose(List.of("sh", "-c", "x=a; while :; do x=$x$x; done")), Map.of());

      assertThat(child.exitStatus()).isEqualTo(128 + 9);
    }
  }

  @Test
  void theCommandIsTheProcessThatEnteredIt() throws Exception {
    try (LimitedGroup group = made("enter", Bytes.ofMebi(32))) {
      Child child =
          Child.start(
              group.enclose(
                  List.of("sh", "-c", "test \"$GREETING\" = 'hello  you' && exec sleep 60")),
              Map.of("GREETING", "hello  you"));

      await().until(() -> members(group).equals(List.of(Long.toString(child.pid()))));
      child.signal(Signal.USR1);
      assertThat(child.exitStatus()).isEqualTo(128 + 10);
    }
  }

  @Test
  void closingLeavesNothing() throws Exception {
    LimitedGroup group = made("close", Bytes.ofMebi(32));
    Child child = Child.start(group.enclose(List.of("sleep", "60")), Map.of());

    await().until(() -> members(group).contains(Long.toString(child.pid())));

    group.close();
    group.close();

    assertThat(group.directory()).doesNotExist();
    assertThat(child.exitStatus()).isEqualTo(128 + 9);
  }

  @Test
  void anExitStatusIsTheCommands() throws Exception {
    assertThat(Child.start(List.of("sh", "-c", "exit 42"), Map.of()).exitStatus()).isEqualTo(42);
  }

  private static List<String> members(LimitedGroup group) throws IOException {
    return Files.readAllLines(group.directory().resolve("cgroup.procs"));
  }

  private static LimitedGroup made(String name, Bytes limit) throws IOException {
    return switch (LimitedGroup.make(
        "plimsoll-test-" + name + "-" + ProcessHandle.current().pid(), limit)) {
      case LimitedGroup.Outcome.Made(LimitedGroup group) -> group;
      case LimitedGroup.Outcome.Impossible(String why) -> {
        assumeTrue(false, why);
        throw new IllegalStateException(why);
      }
    };
  }
}
