package dev.plimsoll.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is kept of a failed test: objects, events and logs, as kubectl shows them. */
record FailureDump(String text) {
  private static final int LAST_LINES = 400;

  static FailureDump of(Cluster cluster, TestNamespace namespace) {
    List<Command> questions =
        List.of(
            cluster.kubectl("-n", namespace.name(), "get", "all,mb,hpa,pdb", "-o", "wide"),
            cluster.kubectl("-n", namespace.name(), "get", "mb,deploy,sts,pods", "-o", "yaml"),
            cluster.kubectl(
                "-n", namespace.name(), "get", "events", "--sort-by=.metadata.creationTimestamp"),
            cluster.kubectl("-n", Cluster.OPERATOR_NAMESPACE, "get", "pods", "-o", "wide"),
            cluster.kubectl(
                "-n",
                Cluster.OPERATOR_NAMESPACE,
                "logs",
                "deployment/plimsoll",
                "--tail=" + LAST_LINES));
    StringBuilder text = new StringBuilder();
    for (Command question : questions) {
      text.append("### ").append(question.run()).append('\n');
    }
    return new FailureDump(text.toString());
  }

  void writeTo(Class<?> testClass, String test) {
    Path folder = Repository.file("e2e/target/failures");
    Path file =
        folder.resolve(
            testClass.getSimpleName() + "-" + test.replaceAll("[^A-Za-z0-9]+", "-") + ".txt");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.err.println("the cluster as it was at the failure: " + file);
  }
}
