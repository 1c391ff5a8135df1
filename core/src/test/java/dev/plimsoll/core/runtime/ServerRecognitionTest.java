package dev.plimsoll.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Process tables of real servers, as they were recorded: a line for each process with number,
 * parent, command line and, behind a semicolon, the variables that tell and the signals it handles.
 */
class ServerRecognitionTest {
  private static final Path TABLES = Path.of("src/test/resources/processes");

  static Stream<String> tables() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void masterAndWorkersAreToldFromEverythingElse(String file) {
    Recorded recorded = Recorded.read(TABLES.resolve(file));

    String server = told(recorded.profile(), recorded.processes(), recorded.root());

    assertThat(server).startsWith(recorded.server());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void orderOfTheTableDoesNotMatter(String file) {
    Recorded recorded = Recorded.read(TABLES.resolve(file));
    List<ProcessFacts> shuffled = new ArrayList<>(recorded.processes());
    Collections.shuffle(shuffled, new Random(11));

    assertThat(told(recorded.profile(), shuffled, recorded.root())).startsWith(recorded.server());
  }

  @Test
  void everyProfileHasATable() throws IOException {
    assertThat(tables().map(file -> Recorded.read(TABLES.resolve(file)).profile().name()))
        .containsAll(RuntimeProfiles.names());
  }

  @Test
  void theRestOfAnOverwrittenCommandLineIsNoPartOfTheTitle() {
    ProcessFacts master =
        new ProcessFacts(7, 1, 1, "gunicorn: maste", List.of("gunicorn: master [app]", "", ""));

    assertThat(told(RuntimeProfiles.named("gunicorn").orElseThrow(), List.of(master), 7))
        .isEqualTo("serving 7:");
  }

  private static String told(RuntimeProfile profile, List<ProcessFacts> processes, int root) {
    return switch (ServerRecognition.recognise(profile, processes, root)) {
      case RecognisedServer.Serving(
              ProcessFacts master,
              List<ProcessFacts> workers,
              ProcessModel.MasterAndWorkers model) ->
          "serving %d%s:%s"
              .formatted(
                  master.pid(),
                  model.retire().isPresent() ? "" : " without recycling",
                  workers.stream()
                      .map(ProcessFacts::pid)
                      .sorted()
                      .map(pid -> " " + pid)
                      .collect(Collectors.joining()));
      case RecognisedServer.Alone(ProcessFacts process) -> "alone " + process.pid();
      case RecognisedServer.Unrecognised(String why) -> "unrecognised " + why;
    };
  }

  private record Recorded(
      RuntimeProfile profile, int root, String server, List<ProcessFacts> processes) {

    static Recorded read(Path file) {
      try {
        List<String> lines = Files.readAllLines(file);
        return new Recorded(
            RuntimeProfiles.named(after("runtime: ", lines.get(0))).orElseThrow(),
            Integer.parseInt(after("root: ", lines.get(1))),
            after("server: ", lines.get(2)),
            lines.stream().skip(3).map(Recorded::process).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String after(String key, String line) {
      assertThat(line).startsWith(key);
      return line.substring(key.length());
    }

    private static ProcessFacts process(String line) {
      int command = line.indexOf('|');
      int variables = line.indexOf(" ; ") < 0 ? line.length() : line.indexOf(" ; ");
      String[] numbers = line.substring(0, command).trim().split(" ");
      List<String> words =
          Arrays.stream(line.substring(command + 1, variables).split("\\|"))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .toList();
      int pid = Integer.parseInt(numbers[0]);
      Map<String, String> told = told(line.substring(variables));
      return new ProcessFacts(
          pid,
          Integer.parseInt(numbers[1]),
          pid,
          "",
          words,
          told,
          Optional.ofNullable(told.get("SigCgt")).map(SignalSet::parse));
    }

    private static Map<String, String> told(String tail) {
      return Arrays.stream(tail.replace(" ; ", "").split(" "))
          .filter(assignment -> assignment.contains("="))
          .map(assignment -> assignment.split("=", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
  }
}
