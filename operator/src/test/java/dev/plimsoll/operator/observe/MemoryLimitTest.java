package dev.plimsoll.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MemoryLimitTest {
  private static final Container UNLIMITED = container(Map.of());

  private static Container container(Map<String, String> limits) {
    var builder = new ContainerBuilder().withName("web").withNewResources();
    limits.forEach((resource, amount) -> builder.addToLimits(resource, new Quantity(amount)));
    return builder.endResources().build();
  }

  private static Pod pod(String asked) {
    return new PodBuilder()
        .withNewMetadata()
        .endMetadata()
        .withNewSpec()
        .withContainers(container(Map.of("memory", asked)))
        .endSpec()
        .withNewStatus()
        .withPhase("Running")
        .endStatus()
        .build();
  }

  private static Pod resized(String asked, String live) {
    return new PodBuilder(pod(asked))
        .editStatus()
        .addNewContainerStatus()
        .withName("web")
        .withNewResources()
        .addToLimits("memory", new Quantity(live))
        .endResources()
        .endContainerStatus()
        .endStatus()
        .build();
  }

  private static Pod going(String asked) {
    return new PodBuilder(pod(asked))
        .editMetadata()
        .withDeletionTimestamp("2026-01-01T00:00:00Z")
        .endMetadata()
        .build();
  }

  private static Pod pending(String asked) {
    return new PodBuilder(pod(asked)).editStatus().withPhase("Pending").endStatus().build();
  }

  private static Bytes limit(Container container, List<Pod> pods) {
    return MemoryLimit.of(container, pods, Progress.DONE, Optional.empty()).orElseThrow().amount();
  }

  @Test
  void theSmallestOfTheRunningPodsCounts() {
    Container template = container(Map.of("memory", "1Gi"));

    assertThat(limit(template, List.of())).isEqualTo(Bytes.ofMebi(1024));
    assertThat(limit(template, List.of(pod("512Mi"), pod("1Gi"), going("64Mi"), pending("32Mi"))))
        .isEqualTo(Bytes.ofMebi(512));
  }

  @Test
  void whileARevisionRollsOutTheLimitOfItsPodsToComeCounts() {
    Container smaller = container(Map.of("memory", "256Mi"));
    Container larger = container(Map.of("memory", "2Gi"));
    List<Pod> running = List.of(pod("1Gi"));

    assertThat(MemoryLimit.of(smaller, running, Progress.RUNNING, Optional.empty()))
        .hasValue(new MemoryLimit(Bytes.ofMebi(256), "the limit of the pod template"));
    assertThat(
            MemoryLimit.of(larger, running, Progress.RUNNING, Optional.empty())
                .orElseThrow()
                .amount())
        .isEqualTo(Bytes.ofMebi(1024));
    assertThat(limit(smaller, running)).isEqualTo(Bytes.ofMebi(1024));
  }

  @Test
  void aResizeInPlaceIsFollowed() {
    assertThat(limit(UNLIMITED, List.of(resized("512Mi", "768Mi")))).isEqualTo(Bytes.ofMebi(768));
  }

  @Test
  void theDeclaredLimitCountsWhereItIsSmallerAndBothAreNamed() {
    Container template = container(Map.of("memory", "512Mi"));

    assertThat(MemoryLimit.of(template, List.of(), Progress.DONE, Optional.of(Bytes.ofMebi(256))))
        .hasValue(
            new MemoryLimit(
                Bytes.ofMebi(256),
                "spec.memory.limit, the smaller: the limit of the pod template is 512Mi"));
    assertThat(MemoryLimit.of(template, List.of(), Progress.DONE, Optional.of(Bytes.ofMebi(1024))))
        .hasValue(
            new MemoryLimit(
                Bytes.ofMebi(512),
                "the limit of the pod template, the smaller: spec.memory.limit is 1Gi"));
    assertThat(MemoryLimit.of(template, List.of(), Progress.DONE, Optional.of(Bytes.ofMebi(512))))
        .hasValue(new MemoryLimit(Bytes.ofMebi(512), "the limit of the pod template"));
  }

  @Test
  void withoutAnyLimitThereIsNone() {
    assertThat(MemoryLimit.of(UNLIMITED, List.of(), Progress.DONE, Optional.empty())).isEmpty();
    assertThat(MemoryLimit.of(UNLIMITED, List.of(), Progress.DONE, Optional.of(Bytes.ofMebi(256))))
        .hasValue(
            new MemoryLimit(Bytes.ofMebi(256), "spec.memory.limit, for the container has none"));
  }

  @Test
  void cpusAreTheLimitElseTheRequestRoundedUp() {
    Container both =
        new ContainerBuilder(container(Map.of("cpu", "1500m")))
            .editResources()
            .addToRequests("cpu", new Quantity("250m"))
            .endResources()
            .build();
    Container requested =
        new ContainerBuilder()
            .withNewResources()
            .addToRequests("cpu", new Quantity("250m"))
            .endResources()
            .build();

    assertThat(CpuCount.of(both)).isEqualTo(OptionalInt.of(2));
    assertThat(CpuCount.of(requested)).isEqualTo(OptionalInt.of(1));
    assertThat(CpuCount.of(UNLIMITED)).isEmpty();
  }
}
