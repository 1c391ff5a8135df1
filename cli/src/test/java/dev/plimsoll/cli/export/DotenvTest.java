package dev.plimsoll.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotenvTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          4                    | 4
          --max-requests=500   | --max-requests=500
          --max-requests 500   | '--max-requests 500'
          $(HOME) "x" \\ #     | '$(HOME) "x" \\ #'
          it's $5 "now" \\     | "it's \\$5 \\"now\\" \\\\"
          """)
  void quotesWhatAShellWouldTakeApart(String value, String expected) {
    assertThat(Dotenv.quoted(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4",
        "--max-requests 500 --name='my app'",
        "a\"b`c$d\\e'f",
        "'",
        "$(rm -rf x) && echo ; # no comment",
        "-Xmx256m \"-Da=it's\""
      })
  void aShellReadsBackWhatWasWritten(String value, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("values.env");
    Files.writeString(file, "VALUE=" + Dotenv.quoted(value) + "\n");

    Process shell =
        new ProcessBuilder("sh", "-c", ". \"$0\"; printf %s \"$VALUE\"", file.toString()).start();
    String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).isZero();
    assertThat(read).isEqualTo(value);
  }
}
