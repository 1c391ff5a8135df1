package dev.plimsoll.cli.demo.record;

import dev.plimsoll.core.model.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The figures that the demonstration ends with, as rows of text. */
public final class Figures {
  private Figures() {}

  /** One figure of both sides. */
  public record Row(String name, String unguarded, String guarded) {}

  /** All of them, the most telling first. */
  public static List<Row> of(Recording recording) {
    return Stream.of(
            number("killed by the kernel", recording, Side::oomKills),
            number("recycled by the guard", recording, side -> side.count(Mark.Kind.RECYCLE)),
            number("shed by the guard", recording, side -> side.count(Mark.Kind.SHED)),
            number("requests", recording, side -> side.requests().offered()),
            number("answered", recording, side -> side.requests().completed()),
            number("refused", recording, side -> side.requests().refused()),
            number("failed", recording, side -> side.requests().failed()),
            number("timed out", recording, side -> side.requests().timedOut()),
            millis("median answer", recording, side -> side.requests().p50Millis()),
            millis("99 % within", recording, side -> side.requests().p99Millis()),
            new Row(
                "peak memory",
                mebi(recording.unguarded().peak()),
                mebi(recording.guarded().peak())))
        .toList();
  }

  private static Row number(String name, Recording recording, ToLongFunction<Side> figure) {
    return row(name, recording, figure, "%d");
  }

  private static Row millis(String name, Recording recording, ToLongFunction<Side> figure) {
    return row(name, recording, figure, "%d ms");
  }

  private static Row row(
      String name, Recording recording, ToLongFunction<Side> figure, String format) {
    return new Row(
        name,
        format.formatted(figure.applyAsLong(recording.unguarded())),
        format.formatted(figure.applyAsLong(recording.guarded())));
  }

  /** Whole mebibytes. */
  public static String mebi(Bytes bytes) {
    return "%d MiB".formatted(bytes.count() >> 20);
  }

  /** One decimal. */
  public static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
  }
}
