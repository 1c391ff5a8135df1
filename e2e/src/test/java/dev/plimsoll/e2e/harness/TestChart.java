package dev.plimsoll.e2e.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Helm chart of a stranger's application. */
public final class TestChart {
  private final Path folder;

  private TestChart(Path folder) {
    this.folder = folder;
  }

  /** A chart that renders this app's Deployment. */
  public static TestChart of(App app, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("templates"));
    Files.writeString(
        folder.resolve("Chart.yaml"),
        """
        apiVersion: v2
        name: %s
        version: 0.1.0
        """
            .formatted(app.name()));
    TestChart chart = new TestChart(folder);
    chart.write(app);
    return chart;
  }

  /** The next release of the app. */
  public void write(App app) throws IOException {
    Files.writeString(folder.resolve("templates/deployment.yaml"), app.deployment());
  }

  public String path() {
    return folder.toString();
  }
}
