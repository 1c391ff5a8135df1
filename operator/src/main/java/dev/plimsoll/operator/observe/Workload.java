package dev.plimsoll.operator.observe;

import dev.plimsoll.core.model.TargetRef;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workload that a budget is for, as one read of the API server gave it. */
public sealed interface Workload permits DeploymentWorkload, StatefulSetWorkload {

  /**
   * Wraps what was read.
   *
   * @throws IllegalArgumentException for a kind that cannot be a target
   */
  static Workload of(HasMetadata resource) {
    return switch (resource) {
      case Deployment deployment -> new DeploymentWorkload(deployment);
      case StatefulSet statefulSet -> new StatefulSetWorkload(statefulSet);
      default ->
          throw new IllegalArgumentException(
              "A target is a Deployment or a StatefulSet, not a " + resource.getKind());
    };
  }

  /** The object as read, whole. */
  HasMetadata resource();

  TargetRef.Kind kind();

  PodTemplateSpec template();

  /** The pods asked for; 1 where the manifest says nothing. */
  int replicas();

  LabelSelector selector();

  RolloutState rollout();

  /** Pods above this many replicas that a rollout may start. */
  int surgeAt(int replicas);

  default TargetRef ref() {
    return new TargetRef(kind(), name());
  }

  default String namespace() {
    return resource().getMetadata().getNamespace();
  }

  default String name() {
    return resource().getMetadata().getName();
  }

  default String uid() {
    return resource().getMetadata().getUid();
  }

  default String resourceVersion() {
    return resource().getMetadata().getResourceVersion();
  }

  /** The annotations of the workload itself, not of its pods; never null. */
  default Map<String, String> annotations() {
    Map<String, String> annotations = resource().getMetadata().getAnnotations();
    return annotations == null ? Map.of() : annotations;
  }

  /** Who owns which field; never null. */
  default List<ManagedFieldsEntry> managedFields() {
    List<ManagedFieldsEntry> entries = resource().getMetadata().getManagedFields();
    return entries == null ? List.of() : entries;
  }

  /** Whether the workload is being deleted. */
  default boolean isGoing() {
    return resource().getMetadata().getDeletionTimestamp() != null;
  }

  /** The ordinary containers of the template; init containers and sidecars are not among them. */
  default List<Container> containers() {
    return template().getSpec().getContainers();
  }

  default Optional<Container> container(String name) {
    return containers().stream().filter(container -> container.getName().equals(name)).findFirst();
  }
}
