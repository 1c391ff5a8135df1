package dev.plimsoll.operator.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class StuckPodsTest {
  private static final Workload SET =
      Workload.of(
          new StatefulSetBuilder()
              .withNewMetadata()
              .withName("db")
              .endMetadata()
              .withNewStatus()
              .withUpdateRevision("db-1")
              .endStatus()
              .build());

  private static Pod pod(String revision, String waiting) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("db-0")
        .addToLabels("controller-revision-hash", revision)
        .endMetadata()
        .withNewStatus()
        .addToContainerStatuses(
            new ContainerStatusBuilder()
                .withName("db")
                .withNewState()
                .withNewWaiting(null, waiting)
                .endState()
                .build())
        .endStatus()
        .build();
  }

  @Test
  void aPodOfTheRevisionThatWasTakenBackIsInTheWayWhileItFails() {
    Pod stuck = pod("db-2", "CrashLoopBackOff");

    assertThat(
            StuckPods.of(
                SET,
                List.of(stuck, pod("db-1", "CrashLoopBackOff"), pod("db-2", "ContainerCreating")),
                "db"))
        .containsExactly(stuck);
    assertThat(StuckPods.of(SET, List.of(stuck), "log")).isEmpty();
  }

  @Test
  void aPodThatWaitsForItsAgentIsInTheWayToo() {
    ContainerStatus waiting =
        new ContainerStatusBuilder()
            .withName("plimsoll-agent")
            .withNewState()
            .withNewWaiting(null, "ImagePullBackOff")
            .endState()
            .build();
    Pod stuck =
        new PodBuilder(pod("db-2", "PodInitializing"))
            .editStatus()
            .withInitContainerStatuses(waiting)
            .endStatus()
            .build();
    Pod waitingForAnother =
        new PodBuilder(pod("db-2", "PodInitializing"))
            .editStatus()
            .withInitContainerStatuses(
                new ContainerStatusBuilder(waiting).withName("migrate").build())
            .endStatus()
            .build();

    assertThat(StuckPods.of(SET, List.of(stuck, waitingForAnother), "db")).containsExactly(stuck);
  }

  @Test
  void aDeploymentReplacesItsPodsWhateverTheyDo() {
    Workload deployment =
        Workload.of(
            new DeploymentBuilder().withNewMetadata().withName("web").endMetadata().build());

    assertThat(StuckPods.of(deployment, List.of(pod("db-2", "CrashLoopBackOff")), "db")).isEmpty();
  }
}
