package dev.plimsoll.cli.demo.page;

import dev.plimsoll.cli.demo.record.Comparison;
import dev.plimsoll.cli.demo.record.Figures;
import dev.plimsoll.cli.demo.record.Mark;
import dev.plimsoll.cli.demo.record.Origin;
import dev.plimsoll.cli.demo.record.Recording;
import dev.plimsoll.cli.demo.record.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Both sides of the demonstration as a page. */
public record ReportPage(Recording recording, Origin origin) {
  private static final String KILLED_WITHOUT = "processes killed by the kernel without the guard";
  private static final String KILLED_WITH = "killed by the kernel with it";
  private static final String ANSWERED =
      "of the requests that were answered without the guard were answered with it";

  /** The whole file. */
  public String html() {
    Comparison comparison = Comparison.of(recording);
    ChartFrame frame = new ChartFrame(recording.terms());
    Side unguarded = recording.unguarded();
    Side guarded = recording.guarded();
    return filled(
        Map.of(
            "origin", provenance(),
            "terms", terms(),
            "answer", answer(comparison),
            "unguardedChart", new MemoryChart("unguarded", unguarded, frame).svg(),
            "guardedChart", new MemoryChart("guarded", guarded, frame).svg(),
            "figures", figures(),
            "events", events(unguarded) + events(guarded),
            "shortfalls", shortfalls(comparison)));
  }

  private String answer(Comparison comparison) {
    return card("bad", Long.toString(recording.unguarded().oomKills()), KILLED_WITHOUT)
        + card(
            recording.guarded().oomKills() == 0 ? "good" : "bad",
            Long.toString(recording.guarded().oomKills()),
            KILLED_WITH)
        + card("", Figures.percent(comparison.completedRatio()), ANSWERED);
  }

  private static String card(String kind, String figure, String meaning) {
    return "<div><strong class=\"%s\">%s</strong> %s</div>\n".formatted(kind, figure, meaning);
  }

  private String provenance() {
    String made =
        "%s, %s"
            .formatted(recording.recordedAt().truncatedTo(ChronoUnit.SECONDS), recording.machine());
    return Markup.escaped(
        switch (origin) {
          case LIVE -> "Measured on " + made + ".";
          case RECORDED ->
              "A recording, made by the same command on "
                  + made
                  + ", because no memory limit can be set on the machine that shows it.";
        });
  }

  private String terms() {
    return Markup.escaped(
        ("gunicorn with %d workers and a limit of %s, twice under the same %d requests (seed %d, %d"
                + " a second for %d s). The application leaks a little with every request, and"
                + " some requests need much more for a moment.")
            .formatted(
                recording.terms().workers(),
                Figures.mebi(recording.terms().limit()),
                recording.guarded().requests().offered(),
                recording.terms().seed(),
                recording.terms().requestsPerSecond(),
                recording.terms().seconds()));
  }

  private String figures() {
    return Figures.of(recording).stream()
        .map(
            row ->
                "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>"
                    .formatted(Markup.escaped(row.name()), row.unguarded(), row.guarded()))
        .collect(Collectors.joining("\n"));
  }

  private static String events(Side side) {
    return side.marks().stream()
        .map(mark -> event(side, mark))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String event(Side side, Mark mark) {
    return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            Markup.escaped(side.title()),
            MemoryChart.seconds(mark.atMillis()),
            Markup.escaped(mark.kind().word()),
            Markup.escaped(mark.text()));
  }

  private static String shortfalls(Comparison comparison) {
    List<String> all = comparison.shortfalls();
    return all.isEmpty()
        ? ""
        : all.stream()
            .map(Markup::escaped)
            .collect(
                Collectors.joining("</li><li>", "<ul class=\"shortfalls\"><li>", "</li></ul>"));
  }

  private static String filled(Map<String, String> parts) {
    String page = template();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      page = page.replace("{{" + part.getKey() + "}}", part.getValue());
    }
    return page;
  }

  private static String template() {
    try (InputStream file = ReportPage.class.getResourceAsStream("report.html")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
