package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Collection;
import java.util.Optional;

/** Tells whether settings would change what pods are made from, and so replace every pod. */
public final class PodChange {
  private PodChange() {}

  /** Whether applying would roll the workload out; else it would change our records at most. */
  public static boolean wouldFollow(Workload workload, DesiredSettings settings) {
    return of(WorkloadPatch.of(workload, settings));
  }

  /** Whether carrying a patch out would. */
  static boolean of(WorkloadPatch patch) {
    Workload workload = patch.workload();
    return !patch.podLabel().equals(BudgetLabel.on(workload))
        || !patch.sidecar().equals(Sidecar.oursOn(workload))
        || patch.variables().entrySet().stream()
            .anyMatch(variable -> changes(workload, variable.getKey(), variable.getValue()));
  }

  private static boolean changes(Workload workload, EnvKey key, Disposition disposition) {
    return switch (disposition) {
      case Disposition.Put put -> !literal(workload, key).equals(Optional.of(put.value()));
      case Disposition.Restore(String value, Original original) ->
          original.value().isEmpty() || !literal(workload, key).equals(Optional.of(value));
      case Disposition.Remove _ -> true;
      case Disposition.Keep _,
          Disposition.GiveUp _,
          Disposition.HandBack _,
          Disposition.Yield _,
          Disposition.Leave _ ->
          false;
    };
  }

  private static Optional<String> literal(Workload workload, EnvKey key) {
    return workload.container(key.container()).map(Container::getEnv).stream()
        .flatMap(Collection::stream)
        .filter(entry -> entry.getName().equals(key.variable()) && entry.getValueFrom() == null)
        .map(EnvVar::getValue)
        .map(value -> value == null ? "" : value)
        .findFirst();
  }
}
