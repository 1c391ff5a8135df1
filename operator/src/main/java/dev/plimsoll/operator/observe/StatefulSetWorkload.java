package dev.plimsoll.operator.observe;

import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import dev.plimsoll.operator.observe.RolloutState.Strategy;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
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

  /** The hash of the revision that pods are to become; empty before the controller has said. */
  public String updateRevision() {
    return Optional.ofNullable(resource.getStatus())
        .map(StatefulSetStatus::getUpdateRevision)
        .orElse("");
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
        surgeAt(replicas()),
        isOnDelete() ? Strategy.ON_DELETE : Strategy.ROLLING_UPDATE,
        false,
        progress(status));
  }

  /** A set has no surge: each pod is replaced in its place. */
  @Override
  public int surgeAt(int replicas) {
    return 0;
  }

  /** With a partition the current revision never becomes the updated one: then pods are counted. */
  private Progress progress(StatefulSetStatus status) {
    boolean seen =
        Counts.orZero(status.getObservedGeneration())
            >= Counts.orZero(resource.getMetadata().getGeneration());
    boolean oneRevision =
        status.getUpdateRevision() == null
            || status.getUpdateRevision().equals(status.getCurrentRevision());
    boolean upToPartition =
        partition() > 0 && Counts.orZero(status.getUpdatedReplicas()) >= replicas() - partition();
    return seen && (oneRevision || upToPartition) ? Progress.DONE : Progress.RUNNING;
  }

  private int partition() {
    return Optional.ofNullable(resource.getSpec().getUpdateStrategy())
        .map(StatefulSetUpdateStrategy::getRollingUpdate)
        .map(RollingUpdateStatefulSetStrategy::getPartition)
        .orElse(0);
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
