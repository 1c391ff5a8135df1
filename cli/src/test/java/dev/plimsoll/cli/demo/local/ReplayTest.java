package dev.plimsoll.cli.demo.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.demo.Story;
import dev.plimsoll.cli.demo.record.Recording;
import dev.plimsoll.cli.demo.record.SampleRecording;
import dev.plimsoll.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final double AT_ONCE = 1e6;
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @Test
  void tellsWhatHappenedInPlainLines() throws InterruptedException {
    assertThat(shown(Terminal.NONE))
        .isEqualTo(
            """

            Recorded: unguarded
              0:00   20/100 MiB  2 workers  0 killed  0 recycled  0 answered
              0:04  killed by the kernel: a request failed
              0:05   95/100 MiB  1 workers  1 killed  0 recycled  49 answered
              0:09  killed by the kernel: a request failed
              0:10   40/100 MiB  2 workers  2 killed  0 recycled  98 answered

            Recorded: guarded
              0:00   20/100 MiB  2 workers  0 killed  0 recycled  0 answered
              0:04  recycled: worker 7 holds 40Mi & more than <a fresh one>
              0:05   95/100 MiB  1 workers  0 killed  1 recycled  50 answered
              0:06  shed: only 2 survive
              0:07  grown: there is room again
              0:10   40/100 MiB  2 workers  0 killed  1 recycled  100 answered
            """);
  }

  @Test
  void drawsMemoryAgainstTheLimitOnATerminal() throws InterruptedException {
    assertThat(shown(new Terminal(103, Terminal.Colour.ANSI)))
        .contains("\r\u001b[2K")
        .contains("[######                     | |  ]")
        .contains("[##############################  ]");
  }

  private static String shown(Terminal terminal) throws InterruptedException {
    Recording recording = SampleRecording.good();
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new Replay(recording, new Story(out, terminal, CLOCK), new Screen(out, terminal), AT_ONCE)
        .show();
    return text.toString();
  }
}
