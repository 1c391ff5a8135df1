package dev.plimsoll.cli.demo.page;

import static dev.plimsoll.cli.demo.page.ChartFrame.length;

import dev.plimsoll.cli.demo.record.Figures;
import dev.plimsoll.cli.demo.record.Mark;
import dev.plimsoll.cli.demo.record.MemoryPoint;
import dev.plimsoll.cli.demo.record.Side;
import dev.plimsoll.core.model.Bytes;
import java.util.List;

/**
 * One side's memory over time as SVG: the curve, the lines that the guard goes by, what happened,
 * and the number of workers beneath.
 *
 * @param id unique in the page
 */
record MemoryChart(String id, Side side, ChartFrame frame) {
  private static final int GRID_SECONDS = 5;
  private static final int GRID_PARTS = 4;
  private static final double MARK = 6;

  String svg() {
    return """
        <svg viewBox="0 0 %d %d" role="img" aria-labelledby="%s-title %s-text">
        <title id="%s-title">%s</title>
        <desc id="%s-text">%s</desc>
        %s%s%s%s%s</svg>
        """
        .formatted(
            ChartFrame.WIDTH,
            ChartFrame.HEIGHT,
            id,
            id,
            id,
            Markup.escaped("Memory " + side.title()),
            id,
            Markup.escaped(description()),
            grid(),
            curve(),
            lines(),
            workers(),
            marks());
  }

  private String description() {
    return ("Memory over %d seconds, at most %s of %s. %d processes killed by the kernel, %d"
            + " workers recycled, %d shed by the guard.")
        .formatted(
            frame.terms().seconds(),
            Figures.mebi(side.peak()),
            Figures.mebi(frame.terms().limit()),
            side.oomKills(),
            side.count(Mark.Kind.RECYCLE),
            side.count(Mark.Kind.SHED));
  }

  private String grid() {
    StringBuilder svg = new StringBuilder();
    for (int part = 0; part < GRID_PARTS; part++) {
      long bytes = frame.terms().limitBytes() * part / GRID_PARTS;
      svg.append(horizontal("grid", frame.y(bytes)))
          .append(text("tick end", ChartFrame.LEFT - 6, frame.y(bytes) + 4, mebi(bytes)));
    }
    for (int second = 0; second <= frame.terms().seconds(); second += GRID_SECONDS) {
      double x = frame.x(second * 1000L);
      svg.append(text("tick middle", x, ChartFrame.BOTTOM + 16, second + " s"));
    }
    return svg.toString();
  }

  private String lines() {
    return line("limit", frame.terms().limit(), "limit " + mebi(frame.terms().limitBytes()))
        + line("hard", frame.terms().hard(), "hard " + frame.terms().hardPercent() + " %")
        + line("soft", frame.terms().soft(), "soft " + frame.terms().softPercent() + " %");
  }

  private String line(String kind, Bytes at, String label) {
    double y = frame.y(at.count());
    return horizontal(kind, y) + text(kind + "-label", ChartFrame.RIGHT + 6, y + 4, label);
  }

  private String curve() {
    List<MemoryPoint> points = shown();
    if (points.isEmpty()) {
      return "";
    }
    StringBuilder path = new StringBuilder();
    points.forEach(
        point ->
            path.append(path.isEmpty() ? "M" : "L")
                .append(length(frame.x(point.atMillis())))
                .append(' ')
                .append(length(frame.y(point.bytes()))));
    String floor =
        "L%s %d".formatted(length(frame.x(points.getLast().atMillis())), ChartFrame.BOTTOM);
    String start =
        "L%s %d".formatted(length(frame.x(points.getFirst().atMillis())), ChartFrame.BOTTOM);
    return "<path class=\"area\" d=\"%s%s%sZ\"/>\n<path class=\"curve\" d=\"%s\"/>\n"
        .formatted(path, floor, start, path);
  }

  private String workers() {
    StringBuilder path = new StringBuilder();
    for (MemoryPoint point : shown()) {
      String x = length(frame.x(point.atMillis()));
      String y = length(frame.workersY(point.workers()));
      path.append(path.isEmpty() ? "M%s %s".formatted(x, y) : "H%sV%s".formatted(x, y));
    }
    double planned = frame.workersY(frame.terms().workers());
    return horizontal("grid", planned)
        + horizontal("grid", ChartFrame.STRIP_BOTTOM)
        + text("tick end", ChartFrame.LEFT - 6, planned + 4, "" + frame.terms().workers())
        + text("tick end", ChartFrame.LEFT - 6, ChartFrame.STRIP_BOTTOM + 4, "0")
        + text("tick", ChartFrame.RIGHT + 6, planned + 4, "workers")
        + "<path class=\"workers\" d=\"%s\"/>\n".formatted(path);
  }

  private String marks() {
    StringBuilder svg = new StringBuilder();
    side.marks().forEach(mark -> svg.append(mark(mark)));
    return svg.toString();
  }

  private String mark(Mark mark) {
    double x = frame.x(mark.atMillis());
    return "<g class=\"mark %s\"><title>%s</title><line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>%s</g>\n"
        .formatted(
            MarkStyle.of(mark.kind()).css(),
            Markup.escaped(seconds(mark.atMillis()) + ": " + mark.text()),
            length(x),
            length(x),
            ChartFrame.TOP - 8,
            ChartFrame.BOTTOM,
            MarkStyle.of(mark.kind()).shape(x, ChartFrame.TOP - 12, MARK));
  }

  private List<MemoryPoint> shown() {
    return side.points().stream()
        .filter(
            point -> point.atMillis() >= 0 && point.atMillis() <= frame.terms().seconds() * 1000L)
        .toList();
  }

  private static String horizontal(String kind, double y) {
    return "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>\n"
        .formatted(kind, ChartFrame.LEFT, ChartFrame.RIGHT, length(y), length(y));
  }

  private static String text(String kind, double x, double y, String text) {
    return "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
        .formatted(kind, length(x), length(y), Markup.escaped(text));
  }

  private static String mebi(long bytes) {
    return Figures.mebi(new Bytes(bytes));
  }

  static String seconds(long millis) {
    return length(millis / 1000.0) + " s";
  }
}
