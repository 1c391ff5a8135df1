package dev.plimsoll.e2e.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A namespace of a test class, deleted after the last test. */
public final class TestNamespace implements AutoCloseable {
  private final Cluster cluster;
  private final String name;

  private TestNamespace(Cluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  static TestNamespace create(Cluster cluster, Class<?> testClass) {
    return create(
        cluster,
        testClass.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT));
  }

  /** The same, where pods must be as PodSecurity "restricted" asks. */
  public TestNamespace restricted() {
    cluster
        .kubectl(
            "label",
            "namespace",
            name,
            "--overwrite",
            "pod-security.kubernetes.io/enforce=restricted")
        .output();
    return this;
  }

  /** One more namespace, for a test that deletes it. */
  public TestNamespace another(String suffix) {
    return create(cluster, name + "-" + suffix);
  }

  private static TestNamespace create(Cluster cluster, String name) {
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

  /** The client of an administrator. */
  public KubernetesClient client() {
    return cluster.client();
  }

  /** Client-side kubectl apply, as most people do it. */
  public void apply(String manifest) {
    kubectl("apply", "-f", "-").reading(manifest).output();
  }

  /** A forced server-side apply, as a platform team's pipeline does it. */
  public void applyByForce(String manifest) {
    kubectl(
            "apply",
            "--server-side",
            "--force-conflicts",
            "--field-manager=platform-team",
            "-f",
            "-")
        .reading(manifest)
        .output();
  }

  /** kubectl in this namespace. */
  public Command kubectl(String... arguments) {
    List<String> words = new ArrayList<>(List.of("-n", name));
    words.addAll(List.of(arguments));
    return cluster.kubectl(words.toArray(String[]::new));
  }

  /** The Deployment as it is now. */
  public Deployment deployment(String app) {
    return cluster.client().apps().deployments().inNamespace(name).withName(app).require();
  }

  /** The value of a variable on the Deployment's template; empty where it has none. */
  public Optional<String> variable(String app, String variable) {
    return deployment(app)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getEnv()
        .stream()
        .filter(entry -> entry.getName().equals(variable))
        .map(EnvVar::getValue)
        .findFirst();
  }

  /** How many ReplicaSets a Deployment has had. */
  public long revisions(String app) {
    return cluster
        .client()
        .apps()
        .replicaSets()
        .inNamespace(name)
        .withLabel("app", app)
        .list()
        .getItems()
        .size();
  }

  /** The budget as it is now. */
  public GenericKubernetesResource budget(String budget) {
    return cluster
        .client()
        .genericKubernetesResources("plimsoll.dev/v1alpha1", "MemoryBudget")
        .inNamespace(name)
        .withName(budget)
        .require();
  }

  /** A field of a budget's status; null where it is not there yet. */
  public <T> T statusOf(String budget, String field) {
    return budget(budget).get("status", field);
  }

  /** Whether a Deployment's controller has not finished rolling its newest template out. */
  public boolean isRolling(String app) {
    Deployment deployment = deployment(app);
    DeploymentStatus status = deployment.getStatus();
    int replicas = deployment.getSpec().getReplicas();
    return !deployment.getMetadata().getGeneration().equals(status.getObservedGeneration())
        || Optional.ofNullable(status.getUpdatedReplicas()).orElse(0) != replicas
        || Optional.ofNullable(status.getReplicas()).orElse(0) != replicas
        || Optional.ofNullable(status.getReadyReplicas()).orElse(0) != replicas;
  }

  /** Waits until a Deployment runs, whatever its variables. */
  public void awaitReplicas(String app, int replicas) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> assertThat(deployment(app).getStatus().getReadyReplicas()).isEqualTo(replicas));
  }

  /** A condition of a budget as "status reason: message"; empty while there is none. */
  public String condition(String budget, String type) {
    List<Map<String, Object>> conditions = budget(budget).get("status", "conditions");
    return Optional.ofNullable(conditions).orElse(List.of()).stream()
        .filter(condition -> type.equals(condition.get("type")))
        .map(
            condition ->
                condition.get("status")
                    + " "
                    + condition.get("reason")
                    + ": "
                    + condition.get("message"))
        .findFirst()
        .orElse("");
  }

  /** Waits until a Deployment's template has this value and every pod runs it. */
  public void awaitRolledOut(String app, String variable, String value) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              assertThat(variable(app, variable)).contains(value);
              assertThat(isRolling(app)).as("%s is rolling", app).isFalse();
            });
  }

  /** Waits until a condition's text contains this. */
  public void awaitCondition(String budget, String type, String text) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(condition(budget, type)).contains(text));
  }

  @Override
  public void close() {
    cluster.client().namespaces().withName(name).delete();
  }
}
