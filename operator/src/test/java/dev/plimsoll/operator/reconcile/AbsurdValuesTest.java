package dev.plimsoll.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.operator.report.Account;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that no container could hold are told in the status, whoever has set them. */
class AbsurdValuesTest {

  @ParameterizedTest
  @CsvSource({
    "Recommend, Auto",
    "Recommend, Respect",
    "Guard, Respect",
    "Enforce, Auto",
    "Enforce, Respect"
  })
  void areTold(String mode, String conflicts) {
    Account account = stage(mode, conflicts, "1000000").account();

    switch (account) {
      case Account.Blocked(String reason, String message) -> {
        assertThat(reason).isEqualTo("InvalidSpec");
        assertThat(message).contains("more memory than can be counted");
      }
      case Account.Planned planned ->
          assertThat(planned.effective()).containsEntry("workers", 1000000);
      case Account.Invalid invalid -> assertThat(invalid.violations()).isEmpty();
    }
  }

  private static Stage stage(String mode, String conflicts, String value) {
    return Stage.of(
        """
        apiVersion: plimsoll.dev/v1alpha1
        kind: MemoryBudget
        metadata: {name: web, namespace: shop, uid: uid-of-web, generation: 1}
        spec:
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          mode: %s
          conflicts: %s
          runtime: {type: gunicorn}
          knobs:
            - {name: workers, env: WEB_CONCURRENCY, memory: 80Mi, max: 8}
            - {name: pool, env: POOL, per: workers, memory: 30Mi, max: 8}
            - {name: lanes, env: LANES, per: workers, memory: 10Gi, min: 0, max: 8}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop, uid: uid-of-deployment, generation: 1}
        spec:
          replicas: 1
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  image: "web:1"
                  env:
                    - {name: WEB_CONCURRENCY, value: "%3$s"}
                    - {name: POOL, value: "%3$s"}
                    - {name: LANES, value: "%3$s"}
                  resources: {limits: {memory: 512Mi}}
        status:
          observedGeneration: 1
          replicas: 1
          updatedReplicas: 1
          availableReplicas: 1
          conditions: [{type: Progressing, reason: NewReplicaSetAvailable}]
        """
            .formatted(mode, conflicts, value));
  }
}
