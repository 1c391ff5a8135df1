package dev.plimsoll.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.operator.observe.RolloutState.Strategy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;

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
        .isEqualTo(new RolloutState(2, 0, 1, 0, 0, 0, 0, 1, Strategy.ROLLING_UPDATE, false));
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
