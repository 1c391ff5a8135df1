package dev.plimsoll.e2e.harness;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Locale;

/** A namespace of a test class, deleted after the last test. */
public final class TestNamespace implements AutoCloseable {
  private final Cluster cluster;
  private final String name;

  private TestNamespace(Cluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  static TestNamespace create(Cluster cluster, Class<?> testClass) {
    String name =
        testClass.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    cluster
        .client()
        .namespaces()
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    return new TestNamespace(cluster, name);
  }

  public String name() {
    return name;
  }

  @Override
  public void close() {
    cluster.client().namespaces().withName(name).delete();
  }
}
