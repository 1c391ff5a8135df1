package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.Planner;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.observe.MemoryLimit;
import dev.plimsoll.operator.observe.Observation;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What an in-*.yaml describes: a budget, its workload and the autoscalers of the namespace. */
final class Situation {
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  static {
    YAML.registerKubernetesResource(MemoryBudget.class);
  }

  private Situation() {}

  static Surroundings read(Path file) throws IOException {
    List<HasMetadata> objects =
        Arrays.stream(Files.readString(file).split("(?m)^---\n"))
            .map(document -> (HasMetadata) YAML.unmarshal(document))
            .toList();
    Workload workload =
        objects.stream()
            .filter(each -> each instanceof Deployment || each instanceof StatefulSet)
            .map(Workload::of)
            .findFirst()
            .orElseThrow();
    Budget budget = budget(only(objects, MemoryBudget.class).getFirst());
    Container container = workload.container("web").orElseThrow();
    Optional<MemoryLimit> limit =
        MemoryLimit.of(container, List.of(), Progress.DONE, budget.memory().limit());
    Optional<Plan> plan = limit.flatMap(each -> plan(budget, each));
    return Surroundings.of(
        budget,
        new Observation.Target(
            workload,
            container,
            List.of(),
            only(objects, HorizontalPodAutoscaler.class),
            limit,
            OptionalInt.of(2),
            workload.replicas()),
        plan);
  }

  private static Budget budget(MemoryBudget resource) {
    return switch (BudgetRules.resolve(BudgetMapping.draftOf(resource))) {
      case Resolution.Accepted accepted -> accepted.budget();
      case Resolution.Refused refused -> throw new AssertionError(refused.violations());
    };
  }

  private static Optional<Plan> plan(Budget budget, MemoryLimit limit) {
    PlanRequest request = PlanRequest.of(budget, limit.amount(), OptionalInt.of(2));
    return switch (Planner.plan(request)) {
      case Plan plan -> Optional.of(plan);
      case Infeasible _ -> Optional.empty();
    };
  }

  private static <T> List<T> only(List<HasMetadata> objects, Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
