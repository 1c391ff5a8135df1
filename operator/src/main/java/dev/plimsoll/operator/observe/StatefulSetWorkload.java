package dev.plimsoll.operator.observe;

import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.operator.observe.RolloutState.Strategy;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.Optional;

/** A StatefulSet as a target. */
public record StatefulSetWorkload(StatefulSet resource) implements Workload {
  @Override
  public TargetRef.Kind kind() {
    return TargetRef.Kind.STATEFUL_SET;
  }

  @Override
  public PodTemplateSpec template() {
    return resource.getSpec().getTemplate();
  }

  @Override
  public int replicas() {
    return Counts.orElse(resource.getSpec().getReplicas(), 1);
  }

  @Override
  public LabelSelector selector() {
    return resource.getSpec().getSelector();
  }

  @Override
  public RolloutState rollout() {
    StatefulSetStatus status =
        Optional.ofNullable(resource.getStatus()).orElseGet(StatefulSetStatus::new);
    return new RolloutState(
        Counts.orZero(resource.getMetadata().getGeneration()),
        Counts.orZero(status.getObservedGeneration()),
        replicas(),
        Counts.orZero(status.getReplicas()),
        updated(status),
        Counts.orZero(status.getReadyReplicas()),
        Counts.orZero(status.getAvailableReplicas()),
        0,
        isOnDelete() ? Strategy.ON_DELETE : Strategy.ROLLING_UPDATE,
        false);
  }

  /** A finished rollout leaves updatedReplicas out: then the current pods are the updated ones. */
  private static int updated(StatefulSetStatus status) {
    boolean finished =
        status.getUpdateRevision() != null
            && status.getUpdateRevision().equals(status.getCurrentRevision());
    return Counts.orZero(finished ? status.getCurrentReplicas() : status.getUpdatedReplicas());
  }

  private boolean isOnDelete() {
    return Optional.ofNullable(resource.getSpec().getUpdateStrategy())
        .map(StatefulSetUpdateStrategy::getType)
        .filter("OnDelete"::equals)
        .isPresent();
  }
}
