package dev.plimsoll.cli.demo.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.cli.demo.Story;
import dev.plimsoll.cli.program.Program;
import dev.plimsoll.operator.apply.Sidecar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The example application on the demonstration's cluster. */
final class Workbench {
  static final String IMAGE = "plimsoll/dbt-workbench:dev";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POD = "--selector=app=web";

  /** Beyond the arrivals: the generator waits for the first answer and for the last ones. */
  private static final int LOAD_GRACE_SECONDS = 180;

  private final DemoCluster cluster;
  private final Checkout checkout;
  private final Story story;

  Workbench(DemoCluster cluster, Checkout checkout, Story story) {
    this.cluster = cluster;
    this.checkout = checkout;
    this.story = story;
  }

  /** Deploys it as its team had it. */
  void deploy() {
    Program.of(checkout.workbench("build"), IMAGE).output();
    cluster.load(IMAGE);
    cluster.kubectl("apply", "-f", checkout.workbench("before.yaml")).output();
    awaitRollout();
  }

  /** Applies the budget and waits until every pod runs its plan. */
  void budget() {
    cluster.kubectl("apply", "-f", checkout.workbench("budget.yaml")).output();
    cluster.kubectl("wait", "mb/web", "--for=condition=Applied", "--timeout=2m").output();
    awaitRollout();
    cluster
        .kubectl(
            "wait",
            "pod",
            "--selector=app=web,!plimsoll.dev/budget",
            "--for=delete",
            "--timeout=2m")
        .output();
  }

  private void awaitRollout() {
    cluster.kubectl("rollout", "status", "deployment/web", "--timeout=4m").output();
  }

  /** What `kubectl get mb` prints. */
  String budgetTable() {
    return cluster.kubectl("get", "mb", "web").output();
  }

  /** The variables that the running template sets, but for the one by which the agent finds it. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (JsonNode variable :
        json(cluster.kubectl("get", "deployment", "web", "-o", "json"))
            .at("/spec/template/spec/containers/0/env")) {
      if (variable.path("name").asText().equals(Sidecar.MARK)) {
        continue;
      }
      settings.put(variable.path("name").asText(), variable.path("value").asText());
    }
    return settings;
  }

  /** What a unit of each knob costs in bytes by the budget's declaration. */
  Map<String, String> declaredCosts() {
    Map<String, String> costs = new LinkedHashMap<>();
    for (JsonNode cost :
        json(cluster.kubectl("get", "mb", "web", "-o", "json")).at("/status/costs")) {
      costs.put(cost.path("name").asText(), cost.path("cost").asText());
    }
    return costs;
  }

  /** What a unit of each knob really costs in bytes, measured from /proc inside the container. */
  Map<String, Long> measuredCosts() {
    JsonNode measured =
        json(cluster.kubectl("exec", "deployment/web", "--", "python", "/srv/app/measure.py"));
    return JSON.convertValue(
        measured.get("measuredBytes"), new TypeReference<LinkedHashMap<String, Long>>() {});
  }

  /** Puts a load on it and watches what the kernel does. */
  Side underLoad(String title, LoadPlan load) {
    KernelAccount account =
        new KernelAccount(
            kills -> story.tellBad("the kernel has killed " + kills + " of its processes"));
    Program probe = KernelAccount.probe(cluster, podUid(), load.seconds() + LOAD_GRACE_SECONDS);
    try (Program.Running _ = probe.beside(account::read)) {
      LoadResult result = run(load, "load-" + title);
      return new Side(title, settings(), result, account.kills(), account.peak());
    }
  }

  private LoadResult run(LoadPlan load, String job) {
    cluster
        .kubectl("apply", "-f", "-")
        .outputOf(load.job(Path.of(checkout.workbench("load.yaml")), job));
    cluster
        .kubectl("wait", "pod", "--selector=job-name=" + job, "--for=create", "--timeout=30s")
        .output();
    cluster
        .kubectl(
            "wait",
            "pod",
            "--selector=job-name=" + job,
            "--for=jsonpath={.status.phase}=Running",
            "--timeout=1m")
        .output();
    AtomicReference<String> last = new AtomicReference<>("");
    cluster
        .kubectl("logs", "--follow", "job/" + job)
        .run(
            "",
            line -> {
              last.set(line);
              if (!line.startsWith("{")) {
                story.tell(line);
              }
            });
    return LoadPlan.result(last.get());
  }

  private String podUid() {
    return cluster
        .kubectl("get", "pod", POD, "-o", "jsonpath={.items[0].metadata.uid}")
        .output()
        .strip();
  }

  private static JsonNode json(Program program) {
    String output = program.output();
    try {
      return JSON.readTree(output);
    } catch (JsonProcessingException e) {
      throw new Program.Failed("no JSON from " + program.words() + ": " + output);
    }
  }
}
