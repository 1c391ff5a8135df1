package dev.plimsoll.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under headings, two blanks apart. The last column wraps within the terminal's width; the
 * first, which holds names, is shortened where even that does not suffice.
 *
 * @param columns at least one
 * @param rows each with as many cells as there are columns
 */
public record TextTable(List<Column> columns, List<List<String>> rows) {
  private static final String GAP = "  ";
  private static final int FEWEST_FOR_NAMES = 8;
  private static final int FEWEST_FOR_LAST = 12;

  /** A heading, and to which side its cells are set. */
  public record Column(String heading, Side side) {
    public static Column left(String heading) {
      return new Column(heading, Side.LEFT);
    }

    public static Column right(String heading) {
      return new Column(heading, Side.RIGHT);
    }
  }

  /** To which side of its column a cell is set. */
  public enum Side {
    LEFT,
    RIGHT
  }

  /** The table's lines, headings first. */
  public List<String> lines(Terminal terminal) {
    int[] widths = widths(terminal.columns());
    List<String> lines = new ArrayList<>();
    for (String line : wrapped(columns.stream().map(Column::heading).toList(), widths)) {
      lines.add(terminal.styled(Terminal.Style.HEADING, line));
    }
    rows.forEach(row -> lines.addAll(wrapped(row, widths)));
    return lines;
  }

  private int[] widths(int available) {
    int last = columns.size() - 1;
    int[] widths =
        IntStream.range(0, columns.size())
            .map(
                column ->
                    rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .reduce(columns.get(column).heading().length(), Math::max))
            .toArray();
    int excess = Arrays.stream(widths).sum() + GAP.length() * last - available;
    int taken = Math.clamp(excess, 0, Math.max(0, widths[last] - FEWEST_FOR_LAST));
    widths[last] -= taken;
    if (last > 0) {
      widths[0] -= Math.clamp(excess - taken, 0, Math.max(0, widths[0] - FEWEST_FOR_NAMES));
    }
    return widths;
  }

  private List<String> wrapped(List<String> cells, int[] widths) {
    int last = columns.size() - 1;
    StringBuilder head = new StringBuilder();
    for (int column = 0; column < last; column++) {
      head.append(set(column, shortened(cells.get(column), widths[column]), widths[column]))
          .append(GAP);
    }
    List<String> lines = new ArrayList<>();
    for (String part : Wrapping.wrap(cells.get(last), widths[last])) {
      String lead = lines.isEmpty() ? head.toString() : " ".repeat(head.length());
      lines.add((lead + set(last, part, widths[last])).stripTrailing());
    }
    return lines;
  }

  private String set(int column, String text, int width) {
    String blanks = " ".repeat(Math.max(0, width - text.length()));
    return switch (columns.get(column).side()) {
      case LEFT -> text + blanks;
      case RIGHT -> blanks + text;
    };
  }

  private static String shortened(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
