package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Runs the {@code command} of each folder under golden/ and compares what it prints and how it ends
 * with {@code stdout}, {@code stderr} and {@code exit}; {@code {dir}} stands for the folder.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void printsWhatIsExpected(String name) throws IOException {
    Path folder = GOLDEN.resolve(name);

    Result result = run(folder);

    assertThat(result.stderr()).isEqualTo(text(folder, "stderr"));
    assertThat(result.stdout()).isEqualTo(text(folder, "stdout"));
    assertThat(result.exit()).hasToString(text(folder, "exit").strip());
  }

  private record Result(int exit, String stdout, String stderr) {}

  private static Result run(Path folder) throws IOException {
    String command = text(folder, "command").strip().replace("{dir}", folder.toString());
    StringWriter stdout = new StringWriter();
    StringWriter stderr = new StringWriter();
    CommandLine line = Plimsoll.commandLine(Terminal.NONE, stdin(folder), Map.of());
    line.setOut(new PrintWriter(stdout));
    line.setErr(new PrintWriter(stderr));
    int exit = line.execute(command.isEmpty() ? new String[0] : command.split(" "));
    return new Result(exit, portable(stdout, folder), portable(stderr, folder));
  }

  private static InputStream stdin(Path folder) throws IOException {
    Path file = folder.resolve("stdin");
    return new ByteArrayInputStream(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
  }

  private static String portable(StringWriter printed, Path folder) {
    return printed.toString().replace(folder.toString(), "{dir}");
  }

  /** A file that is absent is an empty text. */
  private static String text(Path folder, String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Files.readString(path) : "";
  }
}
