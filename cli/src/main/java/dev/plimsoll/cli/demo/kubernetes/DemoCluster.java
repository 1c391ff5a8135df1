package dev.plimsoll.cli.demo.kubernetes;

import dev.plimsoll.cli.program.Program;

/** A Kubernetes of the demonstration's own; closing it leaves nothing running. */
final class DemoCluster implements AutoCloseable {
  private static final String TAG = "demo";

  private final Checkout checkout;
  private final String name;
  private final DaemonOrigin daemon;
  private final Program kubectl;
  private final Program helm;

  /** Who started the Docker daemon. */
  private enum DaemonOrigin {
    WAS_THERE,
    STARTED_HERE
  }

  private DemoCluster(
      Checkout checkout, String name, DaemonOrigin daemon, Program kubectl, Program helm) {
    this.checkout = checkout;
    this.name = name;
    this.daemon = daemon;
    this.kubectl = kubectl;
    this.helm = helm;
  }

  /** Brings a cluster up. */
  static DemoCluster up(Checkout checkout, String name) {
    Program script = Program.of(checkout.clusterScript());
    script.plus("check").output();
    DaemonOrigin daemon =
        Program.of("docker", "info").succeeds()
            ? DaemonOrigin.WAS_THERE
            : DaemonOrigin.STARTED_HERE;
    try {
      String kubeconfig = script.plus("up", name).lastLine();
      return new DemoCluster(
          checkout,
          name,
          daemon,
          Program.of(script.plus("kubectl").lastLine()).with("KUBECONFIG", kubeconfig),
          Program.of(script.plus("helm").lastLine()).with("KUBECONFIG", kubeconfig));
    } catch (Program.Failed failed) {
      stop(script, name, daemon);
      throw failed;
    }
  }

  /** kubectl as the administrator. */
  Program kubectl(String... arguments) {
    return kubectl.plus(arguments);
  }

  /** A program on the node, as root. */
  Program onNode(String... words) {
    return Program.of("docker", "exec", "plimsoll-" + name).plus(words);
  }

  /** Builds both images and installs the operator by its chart, as the README tells users to. */
  void installOperator() {
    loadNew("operator");
    loadNew("agent");
    helm.plus("install", "plimsoll", checkout.chart())
        .plus("--namespace", "plimsoll-system", "--create-namespace")
        .plus("--set", "image.tag=" + TAG, "--set", "agent.image.tag=" + TAG)
        .plus("--wait", "--timeout", "3m")
        .output();
  }

  private void loadNew(String module) {
    String image = "plimsoll/" + module + ":" + TAG;
    load(Program.of(checkout.imageScript(), module, image).lastLine());
  }

  /** Makes a local image known to the node. */
  void load(String image) {
    Program.of(checkout.clusterScript(), "load", name, image).output();
  }

  @Override
  public void close() {
    stop(Program.of(checkout.clusterScript()), name, daemon);
  }

  private static void stop(Program script, String name, DaemonOrigin daemon) {
    script.plus("down", name).output();
    if (daemon == DaemonOrigin.STARTED_HERE) {
      script.plus("daemon-stop").output();
    }
  }
}
