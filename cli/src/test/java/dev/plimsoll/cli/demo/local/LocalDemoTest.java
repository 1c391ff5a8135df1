package dev.plimsoll.cli.demo.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.agent.launch.LimitedGroup;
import dev.plimsoll.cli.demo.Story;
import dev.plimsoll.cli.demo.record.Recording;
import dev.plimsoll.cli.demo.record.Side;
import dev.plimsoll.cli.program.Program;
import dev.plimsoll.cli.terminal.Terminal;
import dev.plimsoll.cli.workload.Behaviour;
import dev.plimsoll.cli.workload.PythonEnvironment;
import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration itself, short: real servers, a real limit, real kills. */
class LocalDemoTest {
  /** Workers that hold much from their start: a plain leak meets the limit after ten seconds. */
  private static final Scenario SHORT =
      new Scenario(Behaviour.STEADY_LEAK, 34, Bytes.ofMebi(256), 1, 165, Duration.ofSeconds(15));

  @TempDir Path folder;

  @Test
  void killsWithoutTheGuardAndNoneWithIt() throws Exception {
    skipWithoutMeans();

    Recording recording = recordingOf(demo().run());

    Side unguarded = recording.unguarded();
    Side guarded = recording.guarded();
    assertThat(unguarded.oomKills()).isPositive();
    assertThat(guarded.oomKills()).isZero();
    assertThat(guarded.requests().failed()).isZero();
    assertThat(guarded.marks()).isNotEmpty();
    assertThat(guarded.requests().offered()).isEqualTo(unguarded.requests().offered());
    assertThat(guarded.points()).hasSizeGreaterThan(50);
  }

  private LocalDemo demo() {
    PrintWriter out = new PrintWriter(new StringWriter());
    Clock clock = Clock.systemUTC();
    return new LocalDemo(
        SHORT,
        folder,
        Map.of(),
        new Story(out, Terminal.NONE, clock),
        new Screen(out, Terminal.NONE),
        clock);
  }

  private static Recording recordingOf(LocalDemo.Outcome outcome) {
    return switch (outcome) {
      case LocalDemo.Outcome.Shown(Recording recording) -> recording;
      case LocalDemo.Outcome.Impossible(String why) -> throw new AssertionError(why);
    };
  }

  private static void skipWithoutMeans() throws IOException {
    String name = "plimsoll-demo-test-" + ProcessHandle.current().pid();
    switch (LimitedGroup.make(name, SHORT.limit())) {
      case LimitedGroup.Outcome.Made(LimitedGroup group) -> group.close();
      case LimitedGroup.Outcome.Impossible(String why) ->
          Assumptions.abort("needs the right to make a memory cgroup: " + why);
    }
    try {
      PythonEnvironment.inCache(Map.of()).gunicorn();
    } catch (Program.Failed failed) {
      Assumptions.abort(failed.getMessage());
    }
  }
}
