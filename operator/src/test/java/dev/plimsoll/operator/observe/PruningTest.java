package dev.plimsoll.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PruningTest {
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  private static <R extends HasMetadata> R read(String yaml) {
    return YAML.unmarshal(yaml);
  }

  /**
   * The framework reads annotations of whatever comes by, and fails where there are none at all.
   */
  private static void assertFitForTheFramework(HasMetadata pruned) {
    assertThat(pruned.getMetadata().getAnnotations()).isNotNull();
    assertThat(pruned.getMetadata().getLabels()).isNotNull();
    assertThat(pruned.getMetadata().getManagedFields()).isNullOrEmpty();
  }

  @Test
  void aPodKeepsItsLimitsItsRevisionAndItsKills() {
    Pod pod =
        PodCache.prune(
            read(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web-1
                  namespace: shop
                  uid: u
                  creationTimestamp: "2026-01-01T00:00:00Z"
                  labels: {plimsoll.dev/budget: web, pod-template-hash: abc}
                  annotations: {large: text}
                  managedFields: [{manager: kubectl}]
                spec:
                  volumes: [{name: data, emptyDir: {}}]
                  containers:
                    - name: web
                      env: [{name: A, value: b}]
                      resources: {limits: {memory: 512Mi}}
                status:
                  phase: Running
                  conditions: [{type: Ready, status: "True"}, {type: PodScheduled, status: "True"}]
                  initContainerStatuses: [{name: migrate}, {name: plimsoll-agent}]
                  containerStatuses:
                    - name: web
                      restartCount: 1
                      user: {linux: {uid: 1000}}
                      lastState: {terminated: {exitCode: 137, reason: OOMKilled, finishedAt: "2026-01-01T00:00:01Z", containerID: c}}
                """));

    assertFitForTheFramework(pod);
    assertThat(pod.getSpec().getVolumes()).isEmpty();
    assertThat(pod.getSpec().getContainers().getFirst().getEnv()).isEmpty();
    assertThat(pod.getStatus().getConditions()).hasSize(1);
    assertThat(pod.getStatus().getInitContainerStatuses())
        .extracting(ContainerStatus::getName)
        .containsExactly(PodCache.AGENT);
    assertThat(pod.getStatus().getContainerStatuses().getFirst().getUser().getLinux().getUid())
        .isEqualTo(1000);
    assertThat(Revision.of(pod)).isEqualTo("abc");
    assertThat(OomKill.of(pod, "web")).hasSize(1);
    assertThat(
            MemoryLimit.of(
                    pod.getSpec().getContainers().getFirst(),
                    List.of(pod),
                    Progress.DONE,
                    Optional.empty())
                .orElseThrow()
                .amount())
        .isEqualTo(Bytes.ofMebi(512));
  }

  @Test
  void aPodWithoutStatusIsKept() {
    Pod pod =
        PodCache.prune(
            read(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: n}
                spec: {}
                """));

    assertFitForTheFramework(pod);
    assertThat(OomKill.of(pod, "web")).isEmpty();
  }

  @Test
  void aDeploymentKeepsItsRolloutAndOurAnnotations() {
    Deployment deployment =
        WorkloadCache.prune(
            YAML.<Deployment>unmarshal(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: shop
                  generation: 3
                  annotations: {plimsoll.dev/applied: "{}", kubectl.kubernetes.io/last-applied-configuration: large}
                  managedFields: [{manager: kubectl}]
                spec:
                  replicas: 2
                  template: {spec: {containers: [{name: web}]}}
                status:
                  observedGeneration: 3
                  replicas: 2
                  updatedReplicas: 2
                  availableReplicas: 2
                  conditions: [{type: Progressing, reason: NewReplicaSetAvailable}]
                """));

    assertFitForTheFramework(deployment);
    assertThat(deployment.getSpec().getTemplate()).isNull();
    assertThat(deployment.getMetadata().getAnnotations()).containsOnlyKeys("plimsoll.dev/applied");
    assertThat(Workload.of(deployment).rollout().progress()).isEqualTo(Progress.DONE);
    assertThat(TargetKey.of(deployment)).hasToString("shop/Deployment/web");
  }

  @Test
  void aStatefulSetKeepsItsRollout() {
    StatefulSet statefulSet =
        WorkloadCache.prune(
            YAML.<StatefulSet>unmarshal(
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: shop, generation: 1}
                spec: {replicas: 1, template: {spec: {containers: [{name: db}]}}}
                status: {observedGeneration: 1, currentRevision: a, updateRevision: b}
                """));

    assertFitForTheFramework(statefulSet);
    assertThat(Workload.of(statefulSet).rollout().progress()).isEqualTo(Progress.RUNNING);
  }

  @Test
  void anAutoscalerLosesItsEverChangingStatus() {
    HorizontalPodAutoscaler autoscaler =
        AutoscalerCache.prune(
            read(
                """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web, namespace: shop}
                spec: {maxReplicas: 7, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
                status: {currentReplicas: 3}
                """));

    assertFitForTheFramework(autoscaler);
    assertThat(autoscaler.getStatus()).isNull();
    assertThat(TargetKey.of(autoscaler)).hasToString("shop/Deployment/web");
  }

  @Test
  void theMostReplicasAreTheAutoscalersMaximumAndTheSurgeOnIt() {
    Workload web =
        Workload.of(
            YAML.<Deployment>unmarshal(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec: {replicas: 2, template: {spec: {containers: [{name: web}]}}}
                """));
    HorizontalPodAutoscaler its =
        read(
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web, namespace: shop}
            spec: {maxReplicas: 8, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
            """);
    HorizontalPodAutoscaler others =
        read(
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: jobs, namespace: shop}
            spec: {maxReplicas: 99, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: jobs}}
            """);

    assertThat(ReplicaCeiling.of(web, List.of(others))).isEqualTo(3);
    assertThat(ReplicaCeiling.of(web, List.of(others, its))).isEqualTo(10);
  }
}
