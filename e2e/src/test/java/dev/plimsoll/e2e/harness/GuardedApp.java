package dev.plimsoll.e2e.harness;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A real gunicorn application whose memory its variables fix, and load on it from a pod of its own.
 *
 * @param limit of its container's memory
 * @param variables of its container
 * @param arguments of gunicorn's command line
 */
public record GuardedApp(
    TestNamespace namespace,
    String name,
    String limit,
    int replicas,
    Map<String, String> variables,
    List<String> arguments) {
  /** Holds a Python with gunicorn, and the load generator. */
  public static final String IMAGE = "plimsoll/dbt-workbench:dev";

  private static final String RESOURCES = "e2e/src/test/resources/guarded/";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One in 256Mi with one replica and one worker. */
  public static GuardedApp named(String name, TestNamespace namespace) {
    return new GuardedApp(namespace, name, "256Mi", 1, Map.of(), List.of());
  }

  public GuardedApp withLimit(String newLimit) {
    return new GuardedApp(namespace, name, newLimit, replicas, variables, arguments);
  }

  public GuardedApp withReplicas(int count) {
    return new GuardedApp(namespace, name, limit, count, variables, arguments);
  }

  public GuardedApp with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new GuardedApp(namespace, name, limit, replicas, more, arguments);
  }

  public GuardedApp withArguments(String... words) {
    return new GuardedApp(namespace, name, limit, replicas, variables, List.of(words));
  }

  /** Makes the image and brings it to the cluster. */
  public static void prepare(Cluster cluster) {
    Command.of("examples/dbt-workbench/build", IMAGE).output();
    cluster.load(IMAGE);
  }

  /** Applies its manifests as its user keeps them. */
  public void deploy() {
    namespace.apply(
        namespace
            .kubectl(
                "create",
                "configmap",
                "guarded",
                "--from-file=" + Repository.file(RESOURCES + "app.py"),
                "--from-file=" + Repository.file(RESOURCES + "gunicorn.conf.py"),
                "--dry-run=client",
                "-o",
                "yaml")
            .output());
    namespace.apply(manifest());
  }

  /** Its manifests as its user keeps them. */
  public String manifest() {
    return text("app.yaml")
        .replace("VARIABLES", variableList())
        .replace(
            "ARGUMENTS, ",
            arguments.stream().map(word -> quoted(word) + ", ").collect(Collectors.joining()))
        .replace("LIMIT", limit)
        .replace("REPLICAS", Integer.toString(replicas))
        .replace("NAME", name);
  }

  private String variableList() {
    return variables.entrySet().stream()
        .map(entry -> "{name: %s, value: %s}".formatted(entry.getKey(), quoted(entry.getValue())))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  /** Starts load on it: so many arrivals a second, for so long. */
  public void load(int rate, Duration duration) {
    namespace.apply(
        text("load.yaml")
            .replace("RATE", Integer.toString(rate))
            .replace("SECONDS", Long.toString(duration.toSeconds()))
            .replace("NAME", name));
  }

  /** Waits for the load's end and tells its outcome. */
  public JsonNode outcome(Duration atMost) {
    namespace
        .kubectl(
            "wait",
            "job/load-" + name,
            "--for=condition=Complete",
            "--timeout=" + atMost.toSeconds() + "s")
        .output();
    String last =
        namespace
            .kubectl("logs", "job/load-" + name)
            .output()
            .lines()
            .reduce("", (_, line) -> line);
    try {
      return JSON.readTree(last);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the load's last line is no JSON: " + last, e);
    }
  }

  /** Waits until every replica answers. */
  public void awaitReady() {
    await().atMost(Duration.ofMinutes(4)).until(() -> !namespace.isRolling(name));
  }

  private static String text(String file) {
    try {
      return Files.readString(Repository.file(RESOURCES + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
