package dev.plimsoll.cli.demo;

import dev.plimsoll.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Tells what happens as it happens, each line with the time since the start. */
public final class Story {
  private final PrintWriter out;
  private final Terminal terminal;
  private final Clock clock;
  private final Instant start;

  public Story(PrintWriter out, Terminal terminal, Clock clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** A new chapter. */
  public void chapter(String title) {
    print("\n" + terminal.styled(Terminal.Style.HEADING, title));
  }

  public void tell(String line) {
    print(stamp() + line);
  }

  /** Something that should not happen to anyone. */
  public void tellBad(String line) {
    print(stamp() + terminal.styled(Terminal.Style.BAD, line));
  }

  /** A line without a time. */
  public void print(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }

  /** Does something that takes a while, and tells how long it took. */
  public <T> T during(String what, Supplier<T> deed) {
    tell(what + " ...");
    Instant begin = clock.instant();
    T result = deed.get();
    tell("... done in %d s".formatted(Duration.between(begin, clock.instant()).toSeconds()));
    return result;
  }

  private String stamp() {
    long seconds = Duration.between(start, clock.instant()).toSeconds();
    return terminal.styled(Terminal.Style.ASIDE, "%d:%02d  ".formatted(seconds / 60, seconds % 60));
  }
}
