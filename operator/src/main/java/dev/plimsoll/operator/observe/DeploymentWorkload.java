package dev.plimsoll.operator.observe;

import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.operator.observe.RolloutState.Progress;
import dev.plimsoll.operator.observe.RolloutState.Strategy;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.util.Optional;

/** A Deployment as a target. */
public record DeploymentWorkload(Deployment resource) implements Workload {
  /** What the API server fills in. */
  private static final IntOrString DEFAULT_SURGE = new IntOrString("25%");

  @Override
  public TargetRef.Kind kind() {
    return TargetRef.Kind.DEPLOYMENT;
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
    DeploymentStatus status =
        Optional.ofNullable(resource.getStatus()).orElseGet(DeploymentStatus::new);
    return new RolloutState(
        Counts.orZero(resource.getMetadata().getGeneration()),
        Counts.orZero(status.getObservedGeneration()),
        replicas(),
        Counts.orZero(status.getReplicas()),
        Counts.orZero(status.getUpdatedReplicas()),
        Counts.orZero(status.getReadyReplicas()),
        Counts.orZero(status.getAvailableReplicas()),
        surgeAt(replicas()),
        isRecreate() ? Strategy.RECREATE : Strategy.ROLLING_UPDATE,
        Boolean.TRUE.equals(resource.getSpec().getPaused()),
        progress(status));
  }

  /**
   * By the reason of the Progressing condition, which stays NewReplicaSetAvailable when pods fail
   * or are scaled later: the counts alone cannot tell that from a rollout.
   */
  private Progress progress(DeploymentStatus status) {
    if (Counts.orZero(status.getObservedGeneration())
        < Counts.orZero(resource.getMetadata().getGeneration())) {
      return Progress.RUNNING;
    }
    String reason =
        status.getConditions().stream()
            .filter(condition -> "Progressing".equals(condition.getType()))
            .map(condition -> String.valueOf(condition.getReason()))
            .findFirst()
            .orElse("");
    return switch (reason) {
      case "ProgressDeadlineExceeded" -> Progress.FAILED;
      case "NewReplicaSetAvailable" -> doneIf(isOfOneRevision(status));
      // Without a progress deadline there is no such condition.
      case "" ->
          doneIf(
              isOfOneRevision(status)
                  && Counts.orZero(status.getAvailableReplicas()) >= replicas());
      default -> Progress.RUNNING;
    };
  }

  private static Progress doneIf(boolean done) {
    return done ? Progress.DONE : Progress.RUNNING;
  }

  private static boolean isOfOneRevision(DeploymentStatus status) {
    return Counts.orZero(status.getUpdatedReplicas()) == Counts.orZero(status.getReplicas());
  }

  private boolean isRecreate() {
    return Optional.ofNullable(resource.getSpec().getStrategy())
        .map(DeploymentStrategy::getType)
        .filter("Recreate"::equals)
        .isPresent();
  }

  @Override
  public int surgeAt(int replicas) {
    if (isRecreate()) {
      return 0;
    }
    IntOrString surge =
        Optional.ofNullable(resource.getSpec().getStrategy())
            .map(DeploymentStrategy::getRollingUpdate)
            .map(RollingUpdateDeployment::getMaxSurge)
            .orElse(DEFAULT_SURGE);
    return Counts.ofReplicasRoundedUp(surge, replicas);
  }
}
