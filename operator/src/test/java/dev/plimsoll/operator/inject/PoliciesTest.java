package dev.plimsoll.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  private static final KubernetesSerialization YAML = new KubernetesSerialization();
  private static final Workload WORKLOAD =
      Workload.of(
          YAML.unmarshal(
              """
              metadata: {name: web, namespace: shop}
              spec:
                replicas: 3
                template: {spec: {containers: [{name: main}]}}
              """,
              Deployment.class));

  private static String text(String guard, OptionalInt workers) {
    MemoryBudget resource =
        YAML.unmarshal(
            """
            metadata: {name: web}
            spec:
              targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              mode: Guard
              runtime: {type: gunicorn, arguments: {graceful-timeout: "20"}}
              knobs: [{name: workers, memory: 100Mi, max: 4}]
              guard: %s
            """
                .formatted(guard),
            MemoryBudget.class);
    Budget budget =
        ((Resolution.Accepted) BudgetRules.resolve(BudgetMapping.draftOf(resource))).budget();
    return Policies.textOf(
        budget,
        (Observation.Target) Observation.of(WORKLOAD, budget, List.of(), List.of()),
        workers);
  }

  @Test
  void theTermsOfTheBudgetAsTheyHoldForAPod() {
    assertThat(
            text(
                "{softPercent: 84, hardPercent: 90, maxWorkerAge: 30m, drain: 40s, actions: [RecycleWorker]}",
                OptionalInt.of(2)))
        .isEqualTo(
            """
            container=main
            runtime=gunicorn
            softPercent=84
            hardPercent=90
            drain=PT40S
            maxWorkerAge=PT30M
            actions=RecycleWorker
            plannedWorkers=2
            replicas=3
            """);
  }

  @Test
  void theDrainFollowsTheServersOwnTimeout() {
    assertThat(text("{}", OptionalInt.empty()))
        .contains("drain=PT25S")
        .doesNotContain("plannedWorkers", "maxWorkerAge");
  }
}
