package dev.plimsoll.operator.observe;

import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The memory limit that a plan is made for: the smallest that any running pod has, else the
 * template's; where the budget declares one, the smaller of the two.
 *
 * @param origin where it comes from, as half a sentence: "the limit of ..."
 */
public record MemoryLimit(Bytes amount, String origin) {

  /**
   * Reads the limit. While a revision is being rolled out the template's counts beside those of the
   * pods: the next pods will have it.
   *
   * @param container the one to size, from the workload's template
   * @param pods the workload's own, terminating ones included
   * @param declared what the budget says
   * @return empty where nobody sets a limit
   */
  public static Optional<MemoryLimit> of(
      Container container, List<Pod> pods, Progress progress, Optional<Bytes> declared) {
    Optional<MemoryLimit> template = ofTemplate(container);
    Optional<MemoryLimit> own =
        smallestOfPods(container, pods)
            .map(live -> progress == Progress.DONE ? live : theLess(live, template))
            .or(() -> template);
    if (declared.isEmpty()) {
      return own;
    }
    Bytes said = declared.get();
    return own.map(live -> smaller(live, said))
        .or(
            () ->
                Optional.of(
                    new MemoryLimit(said, "spec.memory.limit, for the container has none")));
  }

  private static MemoryLimit theLess(MemoryLimit live, Optional<MemoryLimit> template) {
    return template.filter(next -> live.amount.isMoreThan(next.amount)).orElse(live);
  }

  private static MemoryLimit smaller(MemoryLimit live, Bytes said) {
    return switch (Integer.signum(said.compareTo(live.amount))) {
      case -1 ->
          new MemoryLimit(
              said, "spec.memory.limit, the smaller: %s is %s".formatted(live.origin, live.amount));
      case 1 ->
          new MemoryLimit(
              live.amount, "%s, the smaller: spec.memory.limit is %s".formatted(live.origin, said));
      default -> live;
    };
  }

  private static Optional<MemoryLimit> ofTemplate(Container container) {
    return limitOf(container.getResources())
        .map(limit -> new MemoryLimit(limit, "the limit of the pod template"));
  }

  private static Optional<MemoryLimit> smallestOfPods(Container container, List<Pod> pods) {
    return pods.stream()
        .filter(MemoryLimit::isRunning)
        .flatMap(pod -> liveLimit(pod, container.getName()).stream())
        .min(Bytes::compareTo)
        .map(limit -> new MemoryLimit(limit, "the smallest limit among the running pods"));
  }

  private static boolean isRunning(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null
        && pod.getStatus() != null
        && "Running".equals(pod.getStatus().getPhase());
  }

  /** What the kubelet has set, which a resize in place may have changed, else what the pod asks. */
  private static Optional<Bytes> liveLimit(Pod pod, String container) {
    Stream<ResourceRequirements> set =
        pod.getStatus().getContainerStatuses().stream()
            .filter(status -> status.getName().equals(container))
            .map(ContainerStatus::getResources);
    Stream<ResourceRequirements> asked =
        pod.getSpec().getContainers().stream()
            .filter(each -> each.getName().equals(container))
            .map(Container::getResources);
    return Stream.concat(set, asked).flatMap(resources -> limitOf(resources).stream()).findFirst();
  }

  private static Optional<Bytes> limitOf(ResourceRequirements resources) {
    return Optional.ofNullable(resources)
        .map(ResourceRequirements::getLimits)
        .map(limits -> limits.get("memory"))
        .map(Quantity::getAmountInBytes)
        .map(amount -> new Bytes(amount.longValue()));
  }
}
