package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.operator.diagnose.manifest.ServerSettings;
import dev.plimsoll.operator.diagnose.manifest.Variable;
import dev.plimsoll.operator.diagnose.manifest.Variables;
import dev.plimsoll.operator.observe.MemoryLimit;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.TargetKey;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything that diagnostics look at, read before and once.
 *
 * @param container the one that the budget sizes
 * @param runtime the profile of the budget's runtime
 * @param limit the memory limit that the plan counts with; empty where there is none at all
 * @param autoscalers those of the workload's namespace
 * @param plan the plan that was made; empty where none fits
 */
public record Surroundings(
    Budget budget,
    Workload workload,
    Container container,
    RuntimeProfile runtime,
    Optional<Bytes> limit,
    List<HorizontalPodAutoscaler> autoscalers,
    Optional<Plan> plan) {

  /**
   * What was observed of a budget's target, and the plan for it.
   *
   * @throws IllegalArgumentException where the budget's runtime is none that is known
   */
  public static Surroundings of(Budget budget, Observation.Target target, Optional<Plan> plan) {
    String type = budget.runtime().type();
    return new Surroundings(
        budget,
        target.workload(),
        target.container(),
        RuntimeProfiles.named(type)
            .orElseThrow(() -> new IllegalArgumentException("no runtime is named " + type)),
        target.limit().map(MemoryLimit::amount),
        target.autoscalers(),
        plan);
  }

  PodSpec pod() {
    return workload.template().getSpec();
  }

  Variables variables() {
    return Variables.of(container);
  }

  /**
   * A finding for each literal variable that shows something.
   *
   * @param message takes the container, as {@link #containerName} says it, and the variable's name
   */
  List<Finding> findings(Reference reference, Predicate<Variable> shows, String message) {
    return variables()
        .literal()
        .filter(shows)
        .map(variable -> reference.finding(message.formatted(containerName(), variable.name())))
        .toList();
  }

  ServerSettings settings() {
    return ServerSettings.of(container, runtime, budget.runtime().arguments());
  }

  /** The autoscalers that scale the workload. */
  List<HorizontalPodAutoscaler> itsAutoscalers() {
    TargetKey itself = TargetKey.of(workload.resource());
    return autoscalers.stream()
        .filter(autoscaler -> TargetKey.of(autoscaler).equals(itself))
        .toList();
  }

  /** The most replicas that anyone asks for, a rollout's surge not counted. */
  int mostReplicas() {
    return itsAutoscalers().stream()
        .mapToInt(autoscaler -> autoscaler.getSpec().getMaxReplicas())
        .reduce(workload.replicas(), Math::max);
  }

  /** How most messages begin. */
  String containerName() {
    return "Container " + container.getName();
  }
}
