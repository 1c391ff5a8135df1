package dev.plimsoll.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.terminal.Terminal.Colour;
import dev.plimsoll.cli.terminal.TextTable.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  private static List<String> lines(int columns, TextTable table) {
    return table.lines(new Terminal(columns, Colour.NONE));
  }

  @Test
  void setsNamesLeftAndFiguresRight() {
    TextTable table =
        new TextTable(
            List.of(Column.left("NAME"), Column.right("COST"), Column.left("WHY")),
            List.of(List.of("workers", "95Mi", "memory"), List.of("pool", "1.5Gi", "max")));

    assertThat(lines(80, table))
        .containsExactly("NAME      COST  WHY", "workers   95Mi  memory", "pool     1.5Gi  max");
  }

  @Test
  void wrapsTheLastColumnUnderItself() {
    TextTable table =
        new TextTable(
            List.of(Column.left("LIMIT"), Column.left("SETTING")),
            List.of(List.of("512Mi", "workers 4, pool 5, jobs 3, requests 10")));

    assertThat(lines(28, table))
        .containsExactly(
            "LIMIT  SETTING", "512Mi  workers 4, pool 5,", "       jobs 3, requests 10");
  }

  @Test
  void shortensNamesWhenWrappingDoesNotSuffice() {
    TextTable table =
        new TextTable(
            List.of(Column.left("NAME"), Column.left("WHY")),
            List.of(List.of("a-name-that-goes-on-and-on-and-on", "memory is short here")));

    assertThat(lines(40, table))
        .containsExactly(
            "NAME                        WHY",
            "a-name-that-goes-on-and-o…  memory is",
            "                            short here");
  }

  @Test
  void coloursTheHeadingsAlone() {
    TextTable table = new TextTable(List.of(Column.left("NAME")), List.of(List.of("pool")));

    assertThat(table.lines(new Terminal(80, Colour.ANSI)))
        .containsExactly("\u001b[1mNAME\u001b[0m", "pool");
  }
}
