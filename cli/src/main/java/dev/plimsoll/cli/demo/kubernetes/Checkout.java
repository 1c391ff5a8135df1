package dev.plimsoll.cli.demo.kubernetes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The project's files, which the demonstration builds and runs.
 *
 * @param home the folder that holds mvnw
 */
public record Checkout(Path home) {

  /** The checkout that the launcher was started from; empty where the command runs without one. */
  public static Optional<Checkout> of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("PLIMSOLL_HOME"))
        .map(Path::of)
        .filter(home -> Files.isExecutable(home.resolve("mvnw")))
        .map(Checkout::new);
  }

  String clusterScript() {
    return file("tools/cluster/cluster");
  }

  String imageScript() {
    return file("tools/image/build");
  }

  String chart() {
    return file("charts/plimsoll");
  }

  /** A file of the example that the demonstration runs. */
  String workbench(String name) {
    return file("examples/dbt-workbench/" + name);
  }

  private String file(String relative) {
    return home.resolve(relative).toString();
  }
}
