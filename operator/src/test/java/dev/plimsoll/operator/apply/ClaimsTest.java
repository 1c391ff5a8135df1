package dev.plimsoll.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much memory a value may cost that cannot be read. */
class ClaimsTest {
  @ParameterizedTest
  @CsvSource({"'max: 9', 2, 9", "'max: 9, cpu: {perCore: 1, plus: 1}', 2, 3"})
  void anUnknownValueIsCountedAtTheMostThatTheBudgetLetsItBe(
      String bounds, int cpus, int expected) {
    assertThat(claims(bounds, OptionalInt.of(cpus)).fixed()).containsEntry("workers", expected);
  }

  @Test
  void withoutMaxAndCpusThereIsNoMostSoTheLeastIsCounted() {
    assertThat(claims("min: 2, cpu: {perCore: 1, plus: 1}", OptionalInt.empty()).fixed())
        .containsEntry("workers", 2);
  }

  @Test
  void aBoundBelowMinIsRaisedToIt() {
    assertThat(claims("min: 5, max: 9, cpu: {perCore: 1}", OptionalInt.of(1)).fixed())
        .containsEntry("workers", 5);
  }

  private static Claims claims(String bounds, OptionalInt cpus) {
    return Claims.of(budget(bounds), workload(), "web", cpus);
  }

  private static Budget budget(String bounds) {
    return GoldenCase.budget(
        """
        apiVersion: plimsoll.dev/v1alpha1
        kind: MemoryBudget
        metadata: {name: web}
        spec:
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          runtime: {type: gunicorn}
          knobs: [{name: workers, memory: 100Mi, %s}]
        """
            .formatted(bounds));
  }

  private static Workload workload() {
    return Workload.of(
        new KubernetesSerialization()
            .unmarshal(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec:
                  template:
                    spec:
                      containers:
                        - name: web
                          env:
                            - name: WEB_CONCURRENCY
                              valueFrom: {secretKeyRef: {name: app, key: workers}}
                """,
                Deployment.class));
  }
}
