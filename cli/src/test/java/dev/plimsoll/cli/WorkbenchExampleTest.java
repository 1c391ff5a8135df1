package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The figures of the first source document, by the command that the README names. */
class WorkbenchExampleTest {
  private static final String BUDGET = "../examples/dbt-workbench/budget.yaml";

  @Test
  void fitsTheDocumentsSmallContainer() throws IOException {
    JsonNode answer = plan();

    assertThat(answer.get("feasible").asBoolean()).isTrue();
    assertThat(answer.get("limitBytes").asLong()).isEqualTo(512L << 20);
    assertThat(answer.get("totalBytes").asLong()).isEqualTo(395L << 20);
    assertThat(answer.get("values").toString())
        .isEqualTo("{\"workers\":1,\"pool\":2,\"jobs\":1,\"requests\":3}");
    assertThat(answer.get("env").get("WEB_CONCURRENCY").asText()).isEqualTo("1");
    assertThat(answer.get("env").get("GUNICORN_CMD_ARGS").asText()).contains("--max-requests 500");
  }

  @Test
  void growsIntoTheDocumentsLargerContainer() throws IOException {
    JsonNode values = plan("--limit", "2Gi").get("values");

    assertThat(values.get("workers").asInt()).isBetween(2, 4);
    assertThat(values.get("pool").asInt()).isBetween(5, 10);
    assertThat(values.get("jobs").asInt()).isBetween(2, 3);
    assertThat(values.get("requests").asInt()).isBetween(5, 10);
  }

  @Test
  void theSmallestLimitIsExact() throws IOException {
    long smallest = plan().get("smallestLimitBytes").asLong();

    assertThat(plan("--limit", Long.toString(smallest)).get("feasible").asBoolean()).isTrue();
    assertThat(plan("--limit", Long.toString(smallest - 1)).get("feasible").asBoolean()).isFalse();
  }

  private static JsonNode plan(String... more) throws IOException {
    StringWriter stdout = new StringWriter();
    CommandLine line = Plimsoll.commandLine(Terminal.NONE, InputStream.nullInputStream(), Map.of());
    line.setOut(new PrintWriter(stdout));
    line.execute(
        Stream.concat(Stream.of("plan", "-f", BUDGET, "-o", "json"), Stream.of(more))
            .toArray(String[]::new));
    return new ObjectMapper().readTree(stdout.toString());
  }
}
