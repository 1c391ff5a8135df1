package dev.plimsoll.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.agent.launch.LimitedGroup;
import dev.plimsoll.cli.Plimsoll;
import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as a user does, in processes of their own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the guard reads /proc")
class RunProcessTest {
  private static final String BUDGET =
      """
      apiVersion: plimsoll.dev/v1alpha1
      kind: MemoryBudget
      metadata: {name: web}
      spec:
        targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        memory: {base: 30Mi, limit: 256Mi}
        runtime: {type: gunicorn}
        knobs: [{name: workers, memory: 55Mi, max: 3}]
      """;

  @TempDir Path folder;

  private record Ended(int status, String out, String err) {}

  @BeforeEach
  void writeBudget() throws IOException {
    Files.writeString(folder.resolve("budget.yaml"), BUDGET);
  }

  @Test
  void endsAsTheCommandEnds() throws Exception {
    assertThat(run("sh", "-c", "exit 7").status()).isEqualTo(7);
  }

  @Test
  void setsWhatIsPlanned() throws Exception {
    Ended ended = run("sh", "-c", "echo $WEB_CONCURRENCY");

    assertThat(ended.out()).isEqualTo("3\n");
    assertThat(ended.err()).startsWith("plimsoll: 256Mi from spec.memory.limit: workers 3 (195Mi");
    assertThat(ended.status()).isZero();
  }

  @Test
  void startsNothingWhereNothingFits() throws Exception {
    Path trace = folder.resolve("started");

    Ended ended = ended(start(List.of("--limit", "64Mi"), List.of("touch", trace.toString())));

    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("nothing was started: raise the limit to 107Mi");
    assertThat(trace).doesNotExist();
  }

  @Test
  void saysThatAProgramIsNotThere() throws Exception {
    Ended ended = run("no-such-program");

    assertThat(ended.status()).isEqualTo(127);
    assertThat(ended.err()).contains("no-such-program cannot be started");
  }

  @Test
  void handsSignalsOn() throws Exception {
    Process process =
        start(
            List.of(),
            List.of(
                "sh",
                "-c",
                "trap 'echo asked to end; exit 9' TERM; echo ready; while :; do sleep 0.05; done"));
    await().atMost(Duration.ofSeconds(20)).until(() -> text("out").contains("ready"));

    process.destroy();

    Ended ended = ended(process);
    assertThat(ended.out()).contains("asked to end");
    assertThat(ended.status()).isEqualTo(9);
  }

  @Test
  void reportsWhatWasDone() throws Exception {
    Path report = folder.resolve("report.json");

    ended(start(List.of("--report", report.toString()), List.of("sh", "-c", "exit 4")));

    JsonNode json = new ObjectMapper().readTree(report.toFile());
    assertThat(json.path("exitStatus").asInt()).isEqualTo(4);
    assertThat(json.path("variables").path("WEB_CONCURRENCY").asText()).isEqualTo("3");
    assertThat(json.path("command")).hasSize(3);
    assertThat(json.path("actions").isArray()).isTrue();
  }

  @Test
  void makesARealLimitAndTakesItAway() throws Exception {
    try (LimitedGroup _ = groupOrSkip()) {
      Ended ended =
          ended(
              start(
                  List.of("--limit", "128Mi"),
                  List.of(
                      "sh", "-c", "echo $WEB_CONCURRENCY; grep plimsoll-run- /proc/self/cgroup")));

      assertThat(ended.status()).isZero();
      assertThat(ended.out().lines().findFirst()).contains("1");
      String group = ended.out().strip().replaceAll("(?s).*/(plimsoll-run-\\d+).*", "$1");
      assertThat(Path.of("/sys/fs/cgroup/memory", group)).doesNotExist();
      assertThat(Path.of("/sys/fs/cgroup", group)).doesNotExist();
    }
  }

  private static LimitedGroup groupOrSkip() {
    String name = "plimsoll-cli-test-" + ProcessHandle.current().pid();
    return switch (LimitedGroup.make(name, Bytes.ofMebi(64))) {
      case LimitedGroup.Outcome.Made(LimitedGroup group) -> group;
      case LimitedGroup.Outcome.Impossible(String why) -> {
        Assumptions.abort("needs the right to make a memory cgroup: " + why);
        throw new IllegalStateException();
      }
    };
  }

  private Ended run(String... command) throws Exception {
    return ended(start(List.of(), List.of(command)));
  }

  private Process start(List<String> options, List<String> command) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Plimsoll.class.getName(), "run"));
    words.addAll(List.of("--budget", folder.resolve("budget.yaml").toString()));
    words.addAll(options);
    words.add("--");
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().remove("WEB_CONCURRENCY");
    return builder.start();
  }

  private Ended ended(Process process) throws Exception {
    int status = process.waitFor();
    return new Ended(status, text("out"), text("err"));
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
