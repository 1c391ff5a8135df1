package dev.plimsoll.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.terminal.Terminal.Colour;
import dev.plimsoll.cli.terminal.Terminal.Style;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void aPipeIsUsuallyWideAndHasNoColour() {
    assertThat(Terminal.of(Map.of())).isEqualTo(new Terminal(80, Colour.NONE));
    assertThat(Terminal.of(Map.of("PLIMSOLL_COLUMNS", "wide"))).isEqualTo(Terminal.NONE);
  }

  @Test
  void aTerminalHasItsOwnWidthAndColours() {
    assertThat(Terminal.of(Map.of("PLIMSOLL_COLUMNS", "132")))
        .isEqualTo(new Terminal(132, Colour.ANSI));
    assertThat(Terminal.of(Map.of("PLIMSOLL_COLUMNS", "0")).columns()).isEqualTo(80);
    assertThat(Terminal.of(Map.of("PLIMSOLL_COLUMNS", "7")).columns()).isEqualTo(40);
  }

  @Test
  void coloursCanBeForbidden() {
    assertThat(Terminal.of(Map.of("PLIMSOLL_COLUMNS", "132", "NO_COLOR", "1")).colour())
        .isEqualTo(Colour.NONE);
    assertThat(Terminal.of(Map.of("PLIMSOLL_COLUMNS", "132", "NO_COLOR", "")).colour())
        .isEqualTo(Colour.ANSI);
  }

  @Test
  void styleIsAddedOnlyWhereThereAreColours() {
    assertThat(Terminal.NONE.styled(Style.GOOD, "feasible")).isEqualTo("feasible");
    assertThat(new Terminal(80, Colour.ANSI).styled(Style.GOOD, "feasible"))
        .isEqualTo("\u001b[32mfeasible\u001b[0m");
  }
}
