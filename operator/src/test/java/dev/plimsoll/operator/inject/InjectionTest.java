package dev.plimsoll.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.apply.AgentPlacement;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a cluster's version means for the agent; what a manifest means is told by golden folders.
 */
class InjectionTest {
  private static final KubernetesSerialization YAML = new KubernetesSerialization();
  private static final Workload WORKLOAD =
      Workload.of(
          YAML.unmarshal(
              """
              metadata: {name: web, namespace: shop}
              spec:
                template:
                  spec:
                    containers: [{name: web, securityContext: {runAsUser: 1000}}]
              """,
              Deployment.class));

  private static Budget budget(String mode) {
    MemoryBudget resource =
        YAML.unmarshal(
            """
            metadata: {name: web}
            spec:
              targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              mode: %s
              runtime: {type: gunicorn}
              knobs: [{name: workers, memory: 100Mi, max: 4}]
            """
                .formatted(mode),
            MemoryBudget.class);
    return ((Resolution.Accepted) BudgetRules.resolve(BudgetMapping.draftOf(resource))).budget();
  }

  private static Injection decide(String mode, ServerVersion server) {
    Budget budget = budget(mode);
    Observation.Target target =
        (Observation.Target) Observation.of(WORKLOAD, budget, List.of(), List.of());
    return new Injector(AgentSettings.DEFAULT, () -> server).decide(budget, target);
  }

  @ParameterizedTest
  @CsvSource({"1,29", "1,34", "2,0"})
  void aServerThatKnowsSidecarsGetsOne(int major, int minor) {
    assertThat(decide("Guard", new ServerVersion(major, minor)).placement())
        .isInstanceOf(AgentPlacement.Present.class);
  }

  @ParameterizedTest
  @CsvSource({"1,28", "1,9", "0,0"})
  void anOlderServerWouldNeverStartTheApplication(int major, int minor) {
    Injection injection = decide("Enforce", new ServerVersion(major, minor));

    assertThat(injection.placement().isOn(WORKLOAD)).isFalse();
    assertThat(injection.finding()).map(Finding::reason).contains("SidecarUnsupported");
    assertThat(injection.finding().orElseThrow().message())
        .contains("Kubernetes " + major + "." + minor, "1.29", "Upgrade");
  }

  @Test
  void theVersionIsAskedForOnlyWhereTheAgentIs() {
    Budget budget = budget("Recommend");
    Observation.Target target =
        (Observation.Target) Observation.of(WORKLOAD, budget, List.of(), List.of());
    Injector injector =
        new Injector(
            AgentSettings.DEFAULT,
            () -> {
              throw new IllegalStateException("asked for");
            });

    assertThat(injector.decide(budget, target).placement())
        .isInstanceOf(AgentPlacement.Absent.class);
  }
}
