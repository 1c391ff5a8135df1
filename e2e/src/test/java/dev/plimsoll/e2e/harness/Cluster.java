package dev.plimsoll.e2e.harness;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.testcontainers.k3s.K3sContainer;

/** A real Kubernetes with the operator installed by its chart, and the tools to use it. */
public final class Cluster implements AutoCloseable {
  public static final String OPERATOR_NAMESPACE = "plimsoll-system";
  private static final String OPERATOR_IMAGE = "plimsoll/operator:e2e";

  /** The agent's image without its tag. */
  public static final String AGENT = "plimsoll/agent";

  /** The tag of the agent that applications get. */
  public static final String AGENT_TAG = "e2e";

  /** Another tag of the same image. */
  public static final String NEXT_AGENT_TAG = "e2e-next";

  private static final String METRICS_SERVICE = "v1beta1.metrics.k8s.io";

  private static final String SCRIPT = "tools/cluster/cluster";
  private static final String NODE = "e2e-" + ProcessHandle.current().pid();

  private final K3sContainer node;
  private final Path kubeconfig;
  private final KubernetesClient client;
  private final String helm;
  private final String kubectl;

  private Cluster(K3sContainer node, Path kubeconfig, String helm, String kubectl) {
    this.node = node;
    this.kubeconfig = kubeconfig;
    this.helm = helm;
    this.kubectl = kubectl;
    this.client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(node.getKubeConfigYaml()))
            .build();
  }

  static Cluster start() {
    script("daemon");
    String image = script("image");
    String helm = script("helm");
    String kubectl = script("kubectl");
    K3sContainer node = Node.named(NODE, image);
    node.start();
    try {
      Path kubeconfig = Files.createTempFile("plimsoll-e2e", ".kubeconfig");
      Files.writeString(kubeconfig, node.getKubeConfigYaml());
      Cluster cluster = new Cluster(node, kubeconfig, helm, kubectl);
      Command.of("docker", "tag", script("base", "python-base"), App.IMAGE).output();
      cluster.load(App.IMAGE);
      cluster.load(derived(App.IMAGE_OF_USER, "USER " + App.USER));
      cluster.load(
          Command.of("tools/image/build", "agent", AGENT + ":" + AGENT_TAG).output().strip());
      Command.of("docker", "tag", AGENT + ":" + AGENT_TAG, AGENT + ":" + NEXT_AGENT_TAG).output();
      cluster.load(AGENT + ":" + NEXT_AGENT_TAG);
      cluster.load(Command.of("tools/image/build", "operator", OPERATOR_IMAGE).output().strip());
      cluster.installOperator();
      return cluster;
    } catch (IOException e) {
      node.stop();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      node.stop();
      throw e;
    }
  }

  /** An image of the stranger's with one more line in its Dockerfile. */
  private static String derived(String image, String line) {
    Command.of("docker", "build", "--quiet", "--tag", image, "-")
        .with("DOCKER_BUILDKIT", "0")
        .reading("FROM " + App.IMAGE + "\n" + line + "\n")
        .output();
    return image;
  }

  private static String script(String... arguments) {
    List<String> words = new ArrayList<>(List.of(SCRIPT));
    words.addAll(List.of(arguments));
    return Command.of(words.toArray(String[]::new))
        .output()
        .lines()
        .reduce("", (first, last) -> last);
  }

  /** The client of an administrator. */
  public KubernetesClient client() {
    return client;
  }

  /** Makes a local image known to the node. */
  public void load(String image) {
    Command.of(SCRIPT, "load", NODE, image).output();
  }

  /** The administrator's kubeconfig. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  /** kubectl with these arguments, as the administrator. */
  public Command kubectl(String... arguments) {
    return withKubeconfig(kubectl, arguments);
  }

  /** Helm 4 with these arguments, as the administrator. */
  public Command helm(String... arguments) {
    return withKubeconfig(helm, arguments);
  }

  private Command withKubeconfig(String program, String... arguments) {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(List.of(arguments));
    return Command.of(words.toArray(String[]::new)).with("KUBECONFIG", kubeconfig.toString());
  }

  /** A command on the node itself, as root. */
  public String onNode(String... words) {
    try {
      return node.execInContainer(words).getStdout();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted on the node", e);
    }
  }

  /** Kills the operator without a word of warning; a new pod comes by itself. */
  public boolean killOperator() {
    return !operatorPods().withGracePeriod(0).delete().isEmpty();
  }

  /** Scales the operator to nothing, does this, and brings it back. */
  public void whileOperatorIsDown(Runnable meanwhile) {
    scaleOperator(0);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> operatorPods().list().getItems().isEmpty());
    try {
      meanwhile.run();
    } finally {
      scaleOperator(1);
      awaitOperator();
    }
  }

  /** Freezes the API server, does this, and lets it go on. */
  public void whileApiServerIsStopped(Runnable meanwhile) {
    onNode("pkill", "-STOP", "-x", "kube-apiserver");
    try {
      meanwhile.run();
    } finally {
      onNode("pkill", "-CONT", "-x", "kube-apiserver");
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> kubectl("get", "--raw", "/readyz").run().exitStatus() == 0);
    }
  }

  /** Does this with so many operators, and goes back to one. */
  public void whileOperatorsAre(int replicas, Runnable meanwhile) {
    scaleOperator(replicas);
    try {
      awaitOperator();
      meanwhile.run();
    } finally {
      scaleOperator(1);
      awaitOperator();
    }
  }

  /** Whether something serves metrics.k8s.io. */
  public boolean servesMetrics() {
    return kubectl("get", "apiservice", "--output=name").output().contains(METRICS_SERVICE);
  }

  /** Does this while metrics.k8s.io is served, by what is there or else by our own. */
  public void whileMetricsAreServed(Runnable meanwhile) {
    if (servesMetrics()) {
      meanwhile.run();
      return;
    }
    String manifest = Repository.file("tools/cluster/metrics-server/manifest.yaml").toString();
    load(script("metrics-server"));
    kubectl("apply", "-f", manifest).output();
    try {
      kubectl("wait", "apiservice/" + METRICS_SERVICE, "--for=condition=Available", "--timeout=3m")
          .output();
      meanwhile.run();
    } finally {
      kubectl("delete", "-f", manifest).output();
    }
  }

  /** Does this while the network refuses every connection to an agent. */
  public void whileAgentsAreHidden(Runnable meanwhile) {
    onNode("iptables", "-I", "FORWARD", "-p", "tcp", "--dport", "9797", "-j", "REJECT");
    try {
      meanwhile.run();
    } finally {
      onNode("iptables", "-D", "FORWARD", "-p", "tcp", "--dport", "9797", "-j", "REJECT");
    }
  }

  private void scaleOperator(int replicas) {
    kubectl("-n", OPERATOR_NAMESPACE, "scale", "deployment/plimsoll", "--replicas=" + replicas)
        .output();
  }

  private FilterWatchListDeletable<Pod, PodList, PodResource> operatorPods() {
    return client
        .pods()
        .inNamespace(OPERATOR_NAMESPACE)
        .withLabel("app.kubernetes.io/name", "plimsoll");
  }

  /** Waits until the operator is ready. */
  public void awaitOperator() {
    kubectl("-n", OPERATOR_NAMESPACE, "rollout", "status", "deployment/plimsoll", "--timeout=2m")
        .output();
  }

  /** Does this with the chart's values changed, and changes them back. */
  public void whileOperatorHas(String setting, Runnable meanwhile) {
    installOperator("plimsoll", OPERATOR_NAMESPACE, setting);
    try {
      meanwhile.run();
    } finally {
      installOperator();
    }
  }

  private void installOperator() {
    installOperator("plimsoll", OPERATOR_NAMESPACE);
  }

  /**
   * Installs an operator by its chart and waits until it is ready.
   *
   * @param settings as in helm's --set
   */
  public void installOperator(String release, String namespace, String... settings) {
    String[] nameAndTag = OPERATOR_IMAGE.split(":");
    List<String> words =
        new ArrayList<>(
            List.of(
                "upgrade",
                "--install",
                release,
                Repository.file("charts/plimsoll").toString(),
                "--namespace",
                namespace,
                "--create-namespace",
                "--set",
                "image.repository=" + nameAndTag[0],
                "--set",
                "image.tag=" + nameAndTag[1],
                "--set",
                "image.pullPolicy=Never",
                "--set",
                "agent.image.tag=" + AGENT_TAG,
                "--set",
                "agent.image.pullPolicy=Never",
                "--wait",
                "--timeout",
                "3m"));
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    helm(words.toArray(String[]::new)).output();
  }

  @Override
  public void close() throws IOException {
    client.close();
    node.stop();
    Files.deleteIfExists(kubeconfig);
  }
}
