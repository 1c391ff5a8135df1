package dev.plimsoll.operator.act;

import dev.plimsoll.operator.observe.PodCache;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;

/** A pod whose container is named web. */
final class TestPod {
  private final PodBuilder pod;
  private final ContainerStatusBuilder web =
      new ContainerStatusBuilder().withName("web").withContainerID("containerd://live");

  TestPod(String name, Instant created) {
    pod =
        new PodBuilder()
            .withNewMetadata()
            .withUid("uid-of-" + name)
            .withName(name)
            .withCreationTimestamp(created.toString())
            .endMetadata()
            .withNewSpec()
            .endSpec();
  }

  TestPod ofRevision(String revision) {
    pod.editMetadata().addToLabels("pod-template-hash", revision).endMetadata();
    return this;
  }

  TestPod withAgent() {
    pod.editSpec().addNewInitContainer().withName(PodCache.AGENT).endInitContainer().endSpec();
    return this;
  }

  /** The id of the start that ended then. */
  static String startThatEnded(Instant end) {
    return "s" + end.getEpochSecond();
  }

  TestPod ended(String reason, int exitCode, Instant end) {
    return ended(startThatEnded(end), reason, exitCode, end);
  }

  TestPod ended(String start, String reason, int exitCode, Instant end) {
    web.withNewLastState()
        .withNewTerminated()
        .withContainerID("containerd://" + start)
        .withReason(reason)
        .withExitCode(exitCode)
        .withFinishedAt(end.toString())
        .endTerminated()
        .endLastState();
    return this;
  }

  Pod build() {
    return pod.withNewStatus()
        .withPhase("Running")
        .withContainerStatuses(web.build())
        .endStatus()
        .build();
  }
}
