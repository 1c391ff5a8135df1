package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Budgets;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The agent joins pods, and leaves them as they were; under PodSecurity "restricted" throughout.
 */
@OnCluster
class SidecarIT {
  private static final String VARIABLE = "WEB_CONCURRENCY";
  private static final String MARK = "PLIMSOLL_CONTAINER";
  private static final String AGENT = "plimsoll-agent";
  private static final String POLICY = "plimsoll-policy";
  private static final String TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount";
  private static final String FAST = "  rollout: {cooldown: 1s}\n";
  private static final String KNOB =
      "  knobs: [{name: workers, env: WEB_CONCURRENCY, memory: 150Mi, max: 8}]\n";
  private static final String WITHOUT = FAST + "  agent: {injection: None}\n";

  @Test
  void joinsWithThePlanAndStaysThroughTheUsersDeploys(TestNamespace namespace) {
    App app = App.named("joined").withReplicas(2).asUser(1000);
    namespace.restricted().apply(app.deployment());
    namespace.awaitReplicas("joined", 2);
    namespace.apply(Budgets.workers("joined", "Enforce", FAST));

    namespace.awaitRolledOut("joined", VARIABLE, "2");
    assertThat(namespace.variable("joined", MARK)).contains("web");
    for (Pod pod : pods(namespace, "joined")) {
      assertRunsWithAgent(pod);
      assertThat(userOfAgent(namespace, pod)).isEqualTo("1000");
      assertThat(inside(namespace, pod, "awk '/^Gid/ {print $2}' $agent/status"))
          .isEqualTo(String.valueOf(App.GROUP));
      assertThat(inside(namespace, pod, "ls -A $agent/root" + TOKEN)).isEmpty();
      assertThat(inside(namespace, pod, "ls " + TOKEN)).contains("token");
    }
    assertThat(policy(namespace, "joined"))
        .hasValueSatisfying(text -> assertThat(text).contains("container=web", "plannedWorkers=2"));
    assertThat(pods(namespace, "joined"))
        .allSatisfy(pod -> assertThat(policyState(namespace, pod)).isEqualTo("file"));

    String version = namespace.deployment("joined").getMetadata().getResourceVersion();
    long revisions = namespace.revisions("joined");
    namespace.apply(app.deployment());
    await()
        .during(Duration.ofSeconds(10))
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(namespace.revisions("joined")).isEqualTo(revisions));
    assertThat(namespace.deployment("joined").getMetadata().getResourceVersion())
        .isEqualTo(version);
    assertThat(revisions).isEqualTo(2);
  }

  @Test
  void inGuardTheUsersValuesStayTheirs(TestNamespace namespace) {
    namespace
        .restricted()
        .apply(App.named("alone").withEnv(VARIABLE, "6").asUser(1000).deployment());
    namespace.awaitReplicas("alone", 1);
    namespace.apply(Budgets.workers("alone", "Guard", FAST));

    namespace.awaitRolledOut("alone", MARK, "web");
    namespace.awaitCondition("alone", "Applied", "True Guarded");
    assertThat(namespace.variable("alone", VARIABLE)).contains("6");
    assertThat(policy(namespace, "alone"))
        .hasValueSatisfying(text -> assertThat(text).doesNotContain("plannedWorkers"));
  }

  @Test
  void leavesAloneWhenNobodyAsksForItAnyMore(TestNamespace namespace) {
    namespace.restricted().apply(App.named("left").asUser(1000).deployment());
    namespace.awaitReplicas("left", 1);
    namespace.apply(Budgets.workers("left", "Enforce", FAST));
    namespace.awaitRolledOut("left", MARK, "web");

    namespace.apply(Budgets.workers("left", "Enforce", WITHOUT));

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              assertThat(template(namespace, "left").getInitContainers()).isEmpty();
              assertThat(namespace.isRolling("left")).isFalse();
            });
    assertThat(template(namespace, "left").getVolumes()).isEmpty();
    assertThat(template(namespace, "left").getShareProcessNamespace()).isNull();
    assertThat(namespace.variable("left", MARK)).isEmpty();
    assertThat(namespace.variable("left", VARIABLE)).contains("2");
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(policy(namespace, "left")).isEmpty());
  }

  @Test
  void isGivenBackToTheByteWithThePolicy(TestNamespace namespace) {
    TestNamespace other = namespace.another("back").restricted();
    other.apply(App.named("back").withEnv(VARIABLE, "6").asUser(1000).deployment());
    other.awaitReplicas("back", 1);
    Deployment before = other.deployment("back");
    other.apply(Budgets.workers("back", "Enforce", FAST));
    other.awaitRolledOut("back", MARK, "web");
    // Whoever writes to the sidecar by hand becomes an owner of a part of it.
    other
        .kubectl(
            "set",
            "image",
            "deployment/back",
            AGENT + "=" + Cluster.AGENT + ":" + Cluster.NEXT_AGENT_TAG)
        .output();
    assertThat(policy(other, "back")).isPresent();

    other.kubectl("delete", "mb", "back", "--timeout=60s").output();

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(other.deployment("back").getSpec()).isEqualTo(before.getSpec()));
    assertThat(other.deployment("back").getMetadata().getManagedFields())
        .noneMatch(entry -> entry.getManager().equals("plimsoll"));
    assertThat(other.client().configMaps().inNamespace(other.name()).withName(POLICY).get())
        .isNull();
    other.close();
  }

  /** Nodes whose runtime tells the user of a running container need no word of anybody's. */
  @Test
  void waitsUntilSomebodyTellsTheUser(TestNamespace namespace) {
    namespace.restricted().apply(App.named("untold").withReplicas(0).asItsImageSays().deployment());
    namespace.apply(Budgets.workers("untold", "Guard", FAST));
    namespace.awaitCondition("untold", "Ready", "False NotGuarded");
    assertThat(namespace.condition("untold", "Ready")).contains("UidUnknown");
    assertThat(template(namespace, "untold").getInitContainers()).isEmpty();
    assertThat(policy(namespace, "untold")).isEmpty();

    namespace.kubectl("scale", "deployment/untold", "--replicas=1").output();
    namespace.apply(
        Budgets.workers(
            "untold", "Guard", FAST + "  agent: {runAsUser: %d}\n".formatted(App.USER)));

    namespace.awaitRolledOut("untold", MARK, "web");
    Pod pod = pods(namespace, "untold").getFirst();
    assertThat(userOfAgent(namespace, pod)).isEqualTo(String.valueOf(App.USER));
    assertThat(inside(namespace, pod, "id -u")).isEqualTo(String.valueOf(App.USER));
  }

  @Test
  void isRootWhereThatIsSaidAndNowhereElse(TestNamespace namespace) {
    TestNamespace open = namespace.another("open");
    open.apply(App.named("root").deployment());
    open.awaitReplicas("root", 1);
    open.apply(Budgets.workers("root", "Enforce", FAST));
    open.awaitRolledOut("root", VARIABLE, "2");
    assertThat(open.condition("root", "Ready")).containsAnyOf("UidUnknown", "UidMismatch");
    assertThat(template(open, "root").getInitContainers()).isEmpty();
    assertThat(policy(open, "root")).isEmpty();

    open.apply(Budgets.workers("root", "Enforce", FAST + "  agent: {runAsUser: 0}\n"));

    open.awaitRolledOut("root", MARK, "web");
    assertThat(userOfAgent(open, pods(open, "root").getFirst())).isEqualTo("0");
    open.close();
  }

  @Test
  void neitherAMissingPolicyNorAStrangeOneKeepsAPodFromStarting(
      Cluster cluster, TestNamespace namespace) {
    TestNamespace bare = namespace.another("bare").restricted();
    bare.apply(App.named("bare").asUser(1000).deployment());
    bare.awaitReplicas("bare", 1);
    bare.apply(Budgets.workers("bare", "Guard", FAST));
    bare.awaitRolledOut("bare", MARK, "web");
    cluster.whileOperatorIsDown(
        () -> {
          bare.kubectl("delete", "configmap", POLICY).output();
          replacePods(bare, "bare");
          assertThat(policyState(bare, pods(bare, "bare").getFirst())).isEqualTo("defaults");
          bare.kubectl("create", "configmap", POLICY, "--from-literal=other.properties=x").output();
          replacePods(bare, "bare");
          bare.kubectl("delete", "configmap", POLICY).output();
          bare.kubectl(
                  "create",
                  "configmap",
                  POLICY,
                  "--from-literal=bare.properties=\u0001softPercent=no")
              .output();
          replacePods(bare, "bare");
        });

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(policy(bare, "bare"))
                    .hasValueSatisfying(text -> assertThat(text).contains("softPercent=85")));
    bare.close();
  }

  @Test
  void aGuaranteedPodStaysGuaranteed(TestNamespace namespace) {
    namespace
        .restricted()
        .apply(
            App.named("promised")
                .withLimit("256Mi")
                .asUser(1000)
                .deployment()
                .replace("memory: \"16Mi\"", "cpu: \"50m\"\n            memory: \"256Mi\"")
                .replace("limits:\n", "limits:\n            cpu: \"50m\"\n"));
    namespace.awaitReplicas("promised", 1);
    assertThat(pods(namespace, "promised").getFirst().getStatus().getQosClass())
        .isEqualTo("Guaranteed");
    namespace.apply(Budgets.workers("promised", "Guard", FAST));

    namespace.awaitRolledOut("promised", MARK, "web");
    assertThat(pods(namespace, "promised"))
        .allSatisfy(pod -> assertThat(pod.getStatus().getQosClass()).isEqualTo("Guaranteed"));
  }

  @Test
  void anImageThatIsNotThereIsTakenBack(Cluster cluster, TestNamespace namespace) {
    namespace.restricted().apply(App.named("fresh").asUser(1000).deployment());
    namespace.apply(App.named("queue").asUser(1000).statefulSet("RollingUpdate"));
    namespace.awaitReplicas("fresh", 1);
    awaitPod(namespace, "queue", List.of());

    cluster.whileOperatorHas(
        "agent.image.tag=not-there",
        () -> {
          namespace.apply(Budgets.workers("fresh", "Enforce", FAST));
          namespace.apply(Budgets.budget("queue", "StatefulSet", "Enforce", KNOB + FAST));
          for (String app : List.of("fresh", "queue")) {
            namespace.awaitCondition(app, "Applied", "RolledBack");
            assertThat(namespace.condition(app, "Applied")).contains("agent.image");
            awaitPod(namespace, app, List.of());
          }
        });

    for (String app : List.of("fresh", "queue")) {
      awaitPod(namespace, app, List.of(true));
    }
  }

  @Test
  void anotherImageWaitsForARollout(Cluster cluster, TestNamespace namespace) {
    namespace.restricted().apply(App.named("settled").asUser(1000).deployment());
    namespace.awaitReplicas("settled", 1);
    namespace.apply(Budgets.workers("settled", "Enforce", FAST));
    namespace.awaitRolledOut("settled", MARK, "web");
    long generation = namespace.deployment("settled").getMetadata().getGeneration();

    cluster.whileOperatorHas(
        "agent.image.tag=" + Cluster.NEXT_AGENT_TAG,
        () -> {
          namespace.apply(Budgets.workers("settled", "Enforce", FAST + "  restore: {after: 2h}\n"));
          await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> observed(namespace, "settled").equals(2L));
          assertThat(namespace.deployment("settled").getMetadata().getGeneration())
              .isEqualTo(generation);
          namespace.apply(Budgets.workers("settled", "Enforce", FAST).replace("max: 8", "max: 1"));
          namespace.awaitRolledOut("settled", VARIABLE, "1");
          assertThat(template(namespace, "settled").getInitContainers())
              .singleElement()
              .returns(Cluster.AGENT + ":" + Cluster.NEXT_AGENT_TAG, Container::getImage);
        });
  }

  private static Long observed(TestNamespace namespace, String budget) {
    return Long.valueOf(namespace.statusOf(budget, "observedGeneration").toString());
  }

  /** Waits until the one pod of an application is ready, with these readinesses of its agents. */
  private static void awaitPod(TestNamespace namespace, String app, List<Boolean> agents) {
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () -> {
              assertThat(pods(namespace, app)).hasSize(1);
              Pod pod = pods(namespace, app).getFirst();
              assertThat(pod.getStatus().getContainerStatuses())
                  .extracting(ContainerStatus::getReady)
                  .containsExactly(true);
              assertThat(pod.getStatus().getInitContainerStatuses())
                  .extracting(ContainerStatus::getReady)
                  .isEqualTo(agents);
            });
  }

  private static void replacePods(TestNamespace namespace, String app) {
    List<String> before =
        pods(namespace, app).stream().map(pod -> pod.getMetadata().getUid()).toList();
    namespace.kubectl("delete", "pods", "-l", "app=" + app, "--wait=false").output();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(pods(namespace, app))
                    .isNotEmpty()
                    .allSatisfy(
                        pod -> {
                          assertThat(before).doesNotContain(pod.getMetadata().getUid());
                          assertRunsWithAgent(pod);
                        }));
  }

  private static PodSpec template(TestNamespace namespace, String app) {
    return namespace.deployment(app).getSpec().getTemplate().getSpec();
  }

  /** Those that are not going. */
  private static List<Pod> pods(TestNamespace namespace, String app) {
    return namespace
        .client()
        .pods()
        .inNamespace(namespace.name())
        .withLabel("app", app)
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .toList();
  }

  private static void assertRunsWithAgent(Pod pod) {
    assertThat(pod.getStatus().getInitContainerStatuses())
        .filteredOn(status -> status.getName().equals(AGENT))
        .extracting(ContainerStatus::getReady)
        .containsExactly(true);
    assertThat(pod.getStatus().getContainerStatuses())
        .extracting(ContainerStatus::getReady)
        .containsExactly(true);
  }

  /**
   * What a shell in the application's container says, where {@code $agent} is the agent's folder
   * under /proc: its own image has no shell.
   */
  private static String inside(TestNamespace namespace, Pod pod, String shell) {
    String find =
        "for p in /proc/[0-9]*; do case $(tr '\\0' ' ' <$p/cmdline) in /opt/java/bin/java*) agent=$p;; esac; done 2>/dev/null; ";
    return namespace
        .kubectl("exec", pod.getMetadata().getName(), "-c", "web", "--", "sh", "-c", find + shell)
        .output()
        .strip();
  }

  private static String userOfAgent(TestNamespace namespace, Pod pod) {
    return inside(namespace, pod, "awk '/^Uid/ {print $2}' $agent/status");
  }

  /** What the agent of a pod says of where its policy comes from. */
  private static String policyState(TestNamespace namespace, Pod pod) {
    String sample =
        namespace
            .kubectl(
                "get",
                "--raw",
                "/api/v1/namespaces/%s/pods/%s:9797/proxy/sample"
                    .formatted(namespace.name(), pod.getMetadata().getName()))
            .output();
    return Serialization.unmarshal(sample, JsonNode.class).at("/policy/state").asText();
  }

  private static Optional<String> policy(TestNamespace namespace, String budget) {
    return Optional.ofNullable(
            namespace.client().configMaps().inNamespace(namespace.name()).withName(POLICY).get())
        .map(ConfigMap::getData)
        .map((Map<String, String> data) -> data.get(budget + ".properties"));
  }
}
