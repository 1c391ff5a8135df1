package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.demo.record.Mark;
import dev.plimsoll.cli.demo.record.MemoryPoint;
import dev.plimsoll.cli.demo.record.Terms;
import dev.plimsoll.cli.terminal.Terminal;
import dev.plimsoll.core.model.Bytes;
import java.io.PrintWriter;

/**
 * One side as it goes: a line that renews itself on a terminal, and a line every few seconds
 * elsewhere. What happens is told in lines of its own.
 */
final class LiveView {
  /** What a line takes beside the bar. */
  private static final int TEXT_COLUMNS = 71;

  private static final int LEAST_BAR = 8;
  private static final int LONGEST_BAR = 40;
  private static final long PLAIN_EVERY_MILLIS = 5_000;

  private final PrintWriter out;
  private final Terminal terminal;
  private final Terms terms;
  private final int cells;
  private long nextPlain;

  LiveView(Screen screen, Terms terms) {
    this.out = screen.out();
    this.terminal = screen.terminal();
    this.terms = terms;
    this.cells = Math.clamp(terminal.columns() - TEXT_COLUMNS, LEAST_BAR, LONGEST_BAR);
  }

  /**
   * What is known at one moment.
   *
   * @param kills by the kernel so far
   * @param recycles so far
   * @param answered requests so far
   */
  record Now(MemoryPoint point, long kills, long recycles, long answered) {}

  /** Shows how it stands. */
  synchronized void show(Now now) {
    if (terminal.colour() == Terminal.Colour.ANSI) {
      out.print("\r\u001b[2K" + line(now, bar(now.point()) + " "));
      out.flush();
    } else if (now.point().atMillis() >= nextPlain) {
      out.println(line(now, ""));
      out.flush();
      nextPlain = now.point().atMillis() + PLAIN_EVERY_MILLIS;
    }
  }

  /** Tells of something that happened. */
  synchronized void tell(Mark mark) {
    Terminal.Style style =
        mark.kind() == Mark.Kind.OOM_KILL ? Terminal.Style.BAD : Terminal.Style.GOOD;
    clear();
    out.println(
        "  "
            + stamp(mark.atMillis())
            + "  "
            + terminal.styled(style, mark.kind().word() + ": ")
            + mark.text());
    out.flush();
  }

  /** Takes the line that renews itself away. */
  synchronized void clear() {
    if (terminal.colour() == Terminal.Colour.ANSI) {
      out.print("\r\u001b[2K");
      out.flush();
    }
  }

  private String line(Now now, String bar) {
    return "  %s  %s%3d/%d MiB  %d workers  %s killed  %d recycled  %d answered"
        .formatted(
            stamp(now.point().atMillis()),
            bar,
            now.point().bytes() >> 20,
            terms.limitBytes() >> 20,
            now.point().workers(),
            now.kills() > 0 ? terminal.styled(Terminal.Style.BAD, Long.toString(now.kills())) : "0",
            now.recycles(),
            now.answered());
  }

  /** Memory against the limit, with the soft and the hard line in it. */
  private String bar(MemoryPoint point) {
    StringBuilder bar = new StringBuilder("[");
    int filled = cell(new Bytes(point.bytes()));
    for (int cell = 0; cell < cells; cell++) {
      bar.append(
          cell < filled
              ? '#'
              : cell == cell(terms.soft()) || cell == cell(terms.hard()) ? '|' : ' ');
    }
    boolean high = point.bytes() > terms.hard().count();
    return terminal.styled(
        high ? Terminal.Style.BAD : Terminal.Style.GOOD, bar.append(']').toString());
  }

  private int cell(Bytes amount) {
    return (int) Math.min(cells, amount.count() * cells / terms.limitBytes());
  }

  private static String stamp(long millis) {
    long seconds = Math.max(0, millis) / 1000;
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }
}
