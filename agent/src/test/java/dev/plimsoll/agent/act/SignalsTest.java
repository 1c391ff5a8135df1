package dev.plimsoll.agent.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.core.guard.ProcessId;
import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On Linux, where /proc tells when a process started; skipped elsewhere. */
class SignalsTest {
  private final Signals signals = new Signals();

  @ParameterizedTest
  @CsvSource({"TERM, 15", "KILL, 9", "QUIT, 3", "USR1, 10"})
  void aSignalArrives(Signal signal, int number) throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();

    assertThat(signals.send(id(process), signal)).isInstanceOf(Signals.Outcome.Sent.class);
    assertThat(process.waitFor()).isEqualTo(128 + number);
  }

  @Test
  void aLaterProcessOfTheSameNumberIsSpared() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    ProcessId earlier = new ProcessId(id(process).pid(), id(process).startTicks() - 1);

    assertThat(signals.send(earlier, Signal.KILL)).isInstanceOf(Signals.Outcome.Gone.class);
    assertThat(process.isAlive()).isTrue();
    process.destroyForcibly().waitFor();
  }

  @Test
  void oneThatHasEndedIsGone() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    ProcessId id = id(process);
    process.destroyForcibly().waitFor();

    assertThat(signals.send(id, Signal.TERM)).isInstanceOf(Signals.Outcome.Gone.class);
  }

  private static ProcessId id(Process process) throws IOException {
    Path stat = Path.of("/proc/" + process.pid() + "/stat");
    assumeTrue(Files.exists(stat), "there is no /proc: this is not Linux");
    String text = Files.readString(stat);
    String[] words = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return new ProcessId(Math.toIntExact(process.pid()), Long.parseLong(words[19]));
  }
}
