package dev.plimsoll.operator.diagnose;

import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Optional;

/** The container writes to a volume that lies in its memory. */
final class MemoryBackedEmptyDir implements Diagnostic {
  private static final Reference REFERENCE =
      Reference.warning(
          MemoryBackedEmptyDir.class,
          "an emptyDir of medium Memory that the container mounts for writing",
          "count it in memory.base and give it a sizeLimit, or remove the medium to write to disk");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return surroundings.container().getVolumeMounts().stream()
        .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
        .flatMap(
            mount ->
                memoryVolume(surroundings, mount).stream()
                    .map(volume -> finding(surroundings, mount, volume)))
        .toList();
  }

  private static Optional<EmptyDirVolumeSource> memoryVolume(
      Surroundings surroundings, VolumeMount mount) {
    return surroundings.pod().getVolumes().stream()
        .filter(volume -> volume.getName().equals(mount.getName()))
        .map(Volume::getEmptyDir)
        .filter(emptyDir -> emptyDir != null && "Memory".equals(emptyDir.getMedium()))
        .findFirst();
  }

  private static Finding finding(
      Surroundings surroundings, VolumeMount mount, EmptyDirVolumeSource volume) {
    String what =
        "%s: volume %s at %s is memory, and what is written there counts against the container's limit"
            .formatted(surroundings.containerName(), mount.getName(), mount.getMountPath());
    return REFERENCE.finding(
        Optional.ofNullable(volume.getSizeLimit())
            .map(Quantity::toString)
            .map(
                size ->
                    what
                        + ", up to its sizeLimit of %s. Count that in spec.memory.base, or remove the medium to write to disk."
                            .formatted(size))
            .orElse(
                what
                    + ", without a sizeLimit of its own. Give it one and count that in spec.memory.base, or remove the medium to write to disk."));
  }
}
