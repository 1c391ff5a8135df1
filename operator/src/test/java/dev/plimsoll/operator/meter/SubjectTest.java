package dev.plimsoll.operator.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.meter.Agent.Life;
import dev.plimsoll.operator.observe.DeploymentWorkload;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.PodCache;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SubjectTest {

  private static PodBuilder pod(String name, String phase, String address) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withUid("uid-of-" + name)
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .withPhase(phase)
        .withPodIP(address)
        .endStatus();
  }

  private static PodBuilder withAgent(PodBuilder pod) {
    return pod.editSpec()
        .addNewInitContainer()
        .withName(PodCache.AGENT)
        .endInitContainer()
        .endSpec();
  }

  private static Subject subject(Pod... pods) {
    MemoryBudget budget = new MemoryBudget();
    budget.setMetadata(
        new ObjectMetaBuilder().withNamespace("shop").withName("web").withUid("uid").build());
    var workload =
        new DeploymentWorkload(
            new DeploymentBuilder()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .endSpec()
                .build());
    return Subject.of(
        budget,
        new Observation.Target(
            workload,
            new ContainerBuilder().withName("web").build(),
            List.of(pods),
            List.of(),
            Optional.empty(),
            OptionalInt.empty(),
            1));
  }

  @Test
  void runningPodsAreToldApartByTheSidecar() {
    Subject subject =
        subject(
            withAgent(pod("a", "Running", "10.0.0.1")).build(),
            pod("b", "Running", "10.0.0.2").build(),
            withAgent(pod("c", "Pending", "10.0.0.3")).build(),
            pod("d", "Succeeded", "10.0.0.4").build());

    assertThat(subject.agents())
        .containsExactly(new Agent("uid-of-a", "a", "10.0.0.1", 9797, Life.RUNNING));
    assertThat(subject.others()).containsExactly("b");
    assertThat(subject.isOwn("a")).isTrue();
    assertThat(subject.isOwn("d")).isFalse();
  }

  @Test
  void aPodThatIsGoingIsStillAskedAndOneWithoutAddressNotYet() {
    Subject subject =
        subject(
            withAgent(pod("a", "Running", "10.0.0.1"))
                .editMetadata()
                .withDeletionTimestamp("2026-01-01T12:00:00Z")
                .endMetadata()
                .build(),
            withAgent(pod("b", "Running", null)).build());

    assertThat(subject.agents())
        .containsExactly(new Agent("uid-of-a", "a", "10.0.0.1", 9797, Life.ENDING));
    assertThat(subject.others()).isEmpty();
  }

  @Test
  void anAddressOfTheSixthVersionStandsInBrackets() {
    assertThat(new Agent("u", "a", "fd00::1", 9797, Life.RUNNING).endpoint())
        .hasToString("http://[fd00::1]:9797/sample");
  }
}
