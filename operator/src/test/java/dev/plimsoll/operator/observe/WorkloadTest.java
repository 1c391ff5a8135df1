package dev.plimsoll.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import dev.plimsoll.operator.observe.RolloutState.Strategy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {
  @Test
  void aDeploymentIsReadWithTheApiServersDefaults() {
    Workload workload =
        read(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, generation: 2}
            spec:
              selector: {matchLabels: {app: web}}
              template: {spec: {containers: [{name: web}, {name: log}]}}
            """);

    assertThat(workload.ref()).isEqualTo(new TargetRef(TargetRef.Kind.DEPLOYMENT, "web"));
    assertThat(workload.replicas()).isOne();
    assertThat(workload.annotations()).isEmpty();
    assertThat(workload.container("log")).isPresent();
    assertThat(workload.container("none")).isEmpty();
    assertThat(workload.rollout())
        .isEqualTo(
            new RolloutState(
                2, 0, 1, 0, 0, 0, 0, 1, Strategy.ROLLING_UPDATE, false, Progress.RUNNING));
    assertThat(workload.rollout().complete()).isFalse();
  }

  @Test
  void surgeRoundsUpAndRecreateHasNone() {
    assertThat(surgeOf("rollingUpdate: {maxSurge: 30%}")).isEqualTo(2);
    assertThat(surgeOf("rollingUpdate: {maxSurge: 3}")).isEqualTo(3);
    assertThat(surgeOf("type: Recreate")).isZero();
  }

  @Test
  void aRolloutIsCompleteWhenNoOldPodIsLeft() {
    assertThat(deployment(5, 5).rollout().complete()).isTrue();
    assertThat(deployment(6, 5).rollout().complete()).isFalse();
  }

  /** The last three: crash looping, scaled up, and a rollout that its controller gave up on. */
  @ParameterizedTest
  @CsvSource({
    "4, 4, ReplicaSetUpdated,        5, 2, 5, RUNNING",
    "4, 4, NewReplicaSetAvailable,   5, 5, 5, DONE",
    "4, 3, NewReplicaSetAvailable,   5, 5, 5, RUNNING",
    "4, 4, NewReplicaSetAvailable,   6, 5, 5, RUNNING",
    "4, 4, NewReplicaSetAvailable,   5, 5, 0, DONE",
    "4, 4, NewReplicaSetAvailable,   7, 7, 5, DONE",
    "4, 4, ProgressDeadlineExceeded, 6, 2, 4, FAILED"
  })
  void whereARolloutStandsIsWhatItsControllerSays(
      long generation,
      long observed,
      String reason,
      int total,
      int updated,
      int available,
      Progress progress) {
    Workload workload =
        read(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, generation: %d}
            spec:
              replicas: 5
              template: {spec: {containers: [{name: web}]}}
            status:
              observedGeneration: %d
              replicas: %d
              updatedReplicas: %d
              availableReplicas: %d
              conditions: [{type: Available, reason: Some}, {type: Progressing, reason: %s}]
            """
                .formatted(generation, observed, total, updated, available, reason));

    assertThat(workload.rollout().progress()).isEqualTo(progress);
  }

  @Test
  void withoutAProgressDeadlineTheCountsSayWhereARolloutStands() {
    assertThat(deployment(5, 5).rollout().progress()).isEqualTo(Progress.DONE);
    assertThat(deployment(6, 5).rollout().progress()).isEqualTo(Progress.RUNNING);
  }

  @ParameterizedTest
  @CsvSource({"0, db-2, RUNNING", "1, db-2, DONE", "0, db-1, DONE"})
  void aStatefulSetIsDoneAtOneRevisionOrUpToItsPartition(
      int partition, String updateRevision, Progress progress) {
    Workload workload =
        read(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop, generation: 1}
            spec:
              replicas: 3
              updateStrategy: {rollingUpdate: {partition: %d}}
              template: {spec: {containers: [{name: db}]}}
            status:
              observedGeneration: 1
              replicas: 3
              updatedReplicas: 2
              currentRevision: db-1
              updateRevision: %s
            """
                .formatted(partition, updateRevision));

    assertThat(workload.rollout().progress()).isEqualTo(progress);
    assertThat(workload.surgeAt(3)).isZero();
  }

  @Test
  void surgeGrowsWithTheReplicas() {
    Workload web =
        read(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec: {replicas: 2, template: {spec: {containers: [{name: web}]}}}
            """);

    assertThat(web.surgeAt(2)).isOne();
    assertThat(web.surgeAt(10)).isEqualTo(3);
  }

  @Test
  void aStatefulSetOfOneRevisionIsUpdated() {
    Workload workload =
        read(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop, generation: 1}
            spec:
              replicas: 3
              updateStrategy: {type: OnDelete}
              selector: {matchLabels: {app: db}}
              template: {spec: {containers: [{name: db}]}}
            status:
              observedGeneration: 1
              replicas: 3
              currentReplicas: 3
              readyReplicas: 3
              availableReplicas: 3
              currentRevision: db-1
              updateRevision: db-1
            """);

    assertThat(workload.kind()).isEqualTo(TargetRef.Kind.STATEFUL_SET);
    assertThat(workload.rollout().strategy()).isEqualTo(Strategy.ON_DELETE);
    assertThat(workload.rollout().complete()).isTrue();
  }

  @Test
  void otherKindsAreNoTargets() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workload.of(new PodBuilder().build()))
        .withMessageContaining("not a Pod");
  }

  private static int surgeOf(String strategy) {
    return read("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 5
              strategy: {%s}
              template: {spec: {containers: [{name: web}]}}
            """
            .formatted(strategy))
        .rollout()
        .surge();
  }

  private static Workload deployment(int total, int updated) {
    return read(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop, generation: 4}
        spec:
          replicas: 5
          template: {spec: {containers: [{name: web}]}}
        status:
          observedGeneration: 4
          replicas: %d
          updatedReplicas: %d
          readyReplicas: 5
          availableReplicas: 5
        """
            .formatted(total, updated));
  }

  private static Workload read(String yaml) {
    return Workload.of(new KubernetesSerialization().<HasMetadata>unmarshal(yaml));
  }
}
