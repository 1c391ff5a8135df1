package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.EvictionChoice;
import dev.plimsoll.core.decide.OomBrake;
import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.operator.act.StuckPods;
import dev.plimsoll.operator.observe.OomKill;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import dev.plimsoll.operator.report.Deed;
import dev.plimsoll.operator.report.Standing;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/**
 * Evicts pods that only a new pod helps, where the budget lists that and nothing else is going on.
 */
final class Evictions {
  private Evictions() {}

  /** What to evict, or why not. */
  static Optional<Decision> decide(Situation situation, Climb climb, Standing standing) {
    List<Pod> stuck = inTheWayOf(situation);
    if (!stuck.isEmpty()) {
      return Optional.of(
          new Decision.Evict(
              stuck,
              Deed.Kind.EVICTION_OF_STUCK,
              "it is OOM-killed again and again with the values of before, and %s waits for it"
                  .formatted(situation.workload().ref()),
              standing));
    }
    boolean isAllowed =
        situation.budget().guard().actions().contains(GuardAction.EVICT_POD)
            && situation.workload().rollout().progress() == Progress.DONE
            && !isBrakedAndNotCalm(situation, climb);
    if (!isAllowed) {
      return Optional.empty();
    }
    return switch (EvictionChoice.among(climb.pods(), situation.workload().replicas())) {
      case EvictionChoice.Nothing _ -> Optional.empty();
      case EvictionChoice.Evict(List<String> names) ->
          Optional.of(
              new Decision.Evict(
                  pods(names, situation),
                  Deed.Kind.EVICTION_FOR_MEMORY,
                  "its guard can give no memory back",
                  standing));
      case EvictionChoice.Held _ -> Optional.empty();
    };
  }

  private static List<Pod> inTheWayOf(Situation situation) {
    String container = situation.target().container().getName();
    return StuckPods.of(situation.workload(), situation.target().pods(), container).stream()
        .filter(pod -> !OomKill.of(pod, container).isEmpty())
        .toList();
  }

  private static List<Pod> pods(List<String> names, Situation situation) {
    return situation.target().pods().stream()
        .filter(pod -> names.contains(pod.getMetadata().getName()))
        .toList();
  }

  private static boolean isBrakedAndNotCalm(Situation situation, Climb climb) {
    return situation.planning().ladder().isBraked()
        && !OomBrake.isCalm(climb.pods(), situation.budget().brake(), situation.now());
  }
}
