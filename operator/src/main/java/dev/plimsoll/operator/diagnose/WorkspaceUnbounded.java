package dev.plimsoll.operator.diagnose;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Workspaces pile up on a disk that nothing bounds. */
final class WorkspaceUnbounded implements Diagnostic {
  private static final String WORKSPACE = "workspace";
  private static final Reference REFERENCE =
      Reference.advice(
          WorkspaceUnbounded.class,
          "an emptyDir named or mounted as a workspace, without sizeLimit and without an ephemeral-storage limit",
          "give the emptyDir a sizeLimit, and clean up in the application");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return hasStorageLimit(surroundings.container())
        ? List.of()
        : surroundings.container().getVolumeMounts().stream()
            .filter(WorkspaceUnbounded::isWorkspace)
            .filter(mount -> isUnbounded(surroundings, mount))
            .map(
                mount ->
                    REFERENCE.finding(
                        "%s: volume %s at %s has no sizeLimit, so workspaces left behind fill the node's disk until pods are evicted. Give its emptyDir one, and clean up in the application."
                            .formatted(
                                surroundings.containerName(),
                                mount.getName(),
                                mount.getMountPath())))
            .toList();
  }

  private static boolean isWorkspace(VolumeMount mount) {
    return (mount.getName() + mount.getMountPath()).toLowerCase(Locale.ROOT).contains(WORKSPACE);
  }

  private static boolean isUnbounded(Surroundings surroundings, VolumeMount mount) {
    return surroundings.pod().getVolumes().stream()
        .filter(volume -> volume.getName().equals(mount.getName()))
        .map(Volume::getEmptyDir)
        .anyMatch(emptyDir -> emptyDir != null && isUnboundedDisk(emptyDir));
  }

  private static boolean isUnboundedDisk(EmptyDirVolumeSource emptyDir) {
    return emptyDir.getSizeLimit() == null && !"Memory".equals(emptyDir.getMedium());
  }

  private static boolean hasStorageLimit(Container container) {
    return Optional.ofNullable(container.getResources())
        .map(ResourceRequirements::getLimits)
        .filter(limits -> limits.containsKey("ephemeral-storage"))
        .isPresent();
  }
}
