package dev.plimsoll.cli.demo.kubernetes;

import dev.plimsoll.cli.terminal.Terminal;
import dev.plimsoll.cli.terminal.TextTable;
import dev.plimsoll.core.model.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The tables that the demonstration ends with. */
final class Columns {
  private Columns() {}

  /** Both runs side by side. */
  static List<String> sides(Side before, Side after, Terminal terminal) {
    List<List<String>> rows = new ArrayList<>();
    after
        .settings()
        .keySet()
        .forEach(
            variable -> rows.add(row(variable, before, after, side -> setting(side, variable))));
    rows.add(row("killed by the kernel", before, after, side -> Long.toString(side.kills())));
    rows.add(row("peak memory", before, after, side -> side.peak().toString()));
    rows.add(count("requests", before, after, LoadResult::arrivals));
    rows.add(count("answered", before, after, LoadResult::answered));
    rows.add(count("refused", before, after, LoadResult::refused));
    rows.add(count("failed", before, after, LoadResult::failed));
    rows.add(count("timed out", before, after, LoadResult::timedOut));
    rows.add(row("median answer", before, after, side -> time(side.load().p50Ms())));
    rows.add(row("99 % within", before, after, side -> time(side.load().p99Ms())));
    return new TextTable(
            List.of(
                TextTable.Column.left(""),
                TextTable.Column.right(before.title()),
                TextTable.Column.right(after.title())),
            rows)
        .lines(terminal);
  }

  /** What a unit of each knob was declared to cost, and what it costs. */
  static List<String> costs(
      Map<String, String> declared, Map<String, Long> measured, Terminal terminal) {
    List<List<String>> rows = new ArrayList<>();
    measured.forEach(
        (name, bytes) ->
            rows.add(List.of(name, declared.getOrDefault(name, "-"), new Bytes(bytes).toString())));
    return new TextTable(
            List.of(
                TextTable.Column.left("a unit of"),
                TextTable.Column.right("declared"),
                TextTable.Column.right("measured")),
            rows)
        .lines(terminal);
  }

  private static String setting(Side side, String variable) {
    return side.settings().getOrDefault(variable, "-");
  }

  private static String time(double milliseconds) {
    return milliseconds < 1000
        ? String.format(Locale.ROOT, "%.0f ms", milliseconds)
        : String.format(Locale.ROOT, "%.2f s", milliseconds / 1000);
  }

  private static List<String> count(
      String name, Side before, Side after, Function<LoadResult, Integer> figure) {
    return row(name, before, after, side -> figure.apply(side.load()).toString());
  }

  private static List<String> row(
      String name, Side before, Side after, Function<Side, String> figure) {
    return List.of(name, figure.apply(before), figure.apply(after));
  }
}
