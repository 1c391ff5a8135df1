package dev.plimsoll.benchmarks.workloads;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The table, and what falls short. */
record Report(List<Comparison> comparisons) {
  private static final String LINE = "%-27s %-17s %9s %9s %9s %9s %9s   %s%n";

  void print(PrintStream out) {
    out.printf(
        LINE,
        "workload",
        "",
        "oom kills",
        "work",
        "boots",
        "failed",
        "p99 ms",
        "sketch: kills, work, boots");
    for (Comparison comparison : comparisons) {
      Sketch sketch = comparison.workload().sketch();
      Trial nothing = comparison.nothing();
      print(out, comparison.workload().title(), nothing, nothing, sketch.nothing().text());
      comparison
          .maxRequests()
          .ifPresent(
              trial ->
                  print(
                      out,
                      "",
                      trial,
                      nothing,
                      sketch.maxRequests().map(Sketch.Row::text).orElse("none helped")));
      print(out, "", comparison.guarded(), nothing, sketch.guard().text());
      comparison.shortcomings().forEach(what -> out.println("  FALLS SHORT: " + what));
    }
  }

  boolean fallsShort() {
    return comparisons.stream().anyMatch(comparison -> !comparison.shortcomings().isEmpty());
  }

  private static void print(
      PrintStream out, String title, Trial trial, Trial nothing, String sketch) {
    out.printf(
        Locale.ROOT,
        LINE,
        title,
        trial.care().title(),
        trial.kills(),
        String.format(Locale.ROOT, "%.3f", trial.workBeside(nothing)),
        trial.boots(),
        trial.failed(),
        trial.load().p99().toMillis(),
        sketch);
  }
}
