package dev.plimsoll.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.Plimsoll;
import dev.plimsoll.cli.terminal.Terminal;
import dev.plimsoll.cli.terminal.Terminal.Colour;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TablePageTest {
  private static final String BUDGET = "src/test/resources/golden/plan-table/budget.yaml";

  private static String page(Terminal terminal, String limit) {
    StringWriter stdout = new StringWriter();
    CommandLine line = Plimsoll.commandLine(terminal, InputStream.nullInputStream(), Map.of());
    line.setOut(new PrintWriter(stdout));
    line.execute("plan", "-f", BUDGET, "--limit", limit);
    return stdout.toString();
  }

  @Test
  void coloursTheOutcomeOnATerminal() {
    Terminal terminal = new Terminal(80, Colour.ANSI);

    assertThat(page(terminal, "512Mi")).contains("\u001b[32mfeasible\u001b[0m");
    assertThat(page(terminal, "256Mi")).contains("\u001b[31mnot feasible\u001b[0m");
  }

  @Test
  void hasNoColourInAPipe() {
    assertThat(page(Terminal.NONE, "512Mi")).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(ints = {66, 80, 132})
  void keepsWithinTheTerminal(int columns) {
    assertThat(page(new Terminal(columns, Colour.NONE), "512Mi").lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
  }
}
