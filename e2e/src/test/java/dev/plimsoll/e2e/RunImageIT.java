package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.e2e.harness.Command;
import dev.plimsoll.e2e.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two lines of docs/run.md, as they stand there, in an image of somebody's own. */
@Tag("cluster")
class RunImageIT {
  private static final String RUN = "plimsoll/run:e2e";
  private static final String APP = "plimsoll/run-recipe:e2e";
  private static final String BUDGET =
      """
      apiVersion: plimsoll.dev/v1alpha1
      kind: MemoryBudget
      metadata: {name: web}
      spec:
        targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        memory: {base: 30Mi}
        runtime: {type: gunicorn}
        knobs: [{name: workers, memory: 55Mi, max: 4}]
      """;

  @BeforeAll
  static void buildTheImages(@TempDir Path context) throws IOException {
    Command.of("tools/image/build", "run", RUN).output();
    String base =
        Command.of("tools/cluster/cluster", "base", "base")
            .output()
            .strip()
            .lines()
            .toList()
            .getLast();
    Files.writeString(context.resolve("budget.yaml"), BUDGET);
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM %s\nCOPY budget.yaml /srv/app/\nUSER 1000:1000\nCMD [\"sh\", \"-c\", \"exit 5\"]\n%s\n"
            .formatted(base, recipe().replace("plimsoll/run:dev", RUN)));
    Command.of("docker", "build", "--tag", APP, context.toString())
        .with("DOCKER_BUILDKIT", "0")
        .output();
  }

  @AfterAll
  static void removeTheImages() {
    Command.of("docker", "rmi", "--force", APP, RUN).output();
  }

  @Test
  void plansForTheContainersLimitAndEndsAsTheCommandEnds() {
    Command.Result result = inContainer("256m", "sh", "-c", "echo $WEB_CONCURRENCY; exit 9");

    assertThat(result.stdout()).isEqualTo("3\n");
    assertThat(result.stderr())
        .startsWith("plimsoll: 256Mi from this container's memory cgroup: workers 3");
    assertThat(result.exitStatus()).isEqualTo(9);
  }

  @Test
  void keepsTheImagesOwnCommand() {
    assertThat(inContainer("256m").exitStatus()).isEqualTo(5);
  }

  @Test
  void startsNothingWhereNothingFits() {
    Command.Result result = inContainer("64m", "sh", "-c", "echo started");

    assertThat(result.stdout()).isEmpty();
    assertThat(result.exitStatus()).isEqualTo(3);
  }

  /** As process 1 it is also the one to whom orphans fall. */
  @Test
  void handsOnWhatDockerSendsAndReapsOrphans() {
    String id =
        Command.of("docker", "run", "--detach", "--memory", "256m", APP)
            .withArguments(
                "sh",
                "-c",
                "trap 'echo asked to end; exit 8' TERM; (sleep 0.1 & ) ; echo ready; while :; do sleep 0.1; done")
            .output()
            .strip();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Command.of("docker", "logs", id).output().contains("ready"));
      assertThat(Command.of("docker", "top", id, "-eo", "pid,stat").output()).doesNotContain(" Z");

      Command.of("docker", "stop", id).output();

      assertThat(Command.of("docker", "logs", id).output()).contains("asked to end");
      assertThat(Command.of("docker", "inspect", "--format", "{{.State.ExitCode}}", id).output())
          .isEqualTo("8\n");
    } finally {
      Command.of("docker", "rm", "--force", id).output();
    }
  }

  private static Command.Result inContainer(String limit, String... command) {
    return Command.of("docker", "run", "--rm", "--memory", limit, APP).withArguments(command).run();
  }

  private static String recipe() throws IOException {
    List<String> page = Files.readAllLines(Repository.file("docs/run.md"));
    int begin = page.indexOf("```dockerfile") + 1;
    return page.subList(begin, page.size()).stream()
        .takeWhile(line -> !line.equals("```"))
        .collect(Collectors.joining("\n"));
  }
}
