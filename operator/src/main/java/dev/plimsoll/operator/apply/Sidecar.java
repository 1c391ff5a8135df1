package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.PodCache;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The agent's sidecar as a pod template holds it: an init container that never ends, and the
 * volumes that only it mounts. The processes of its pod share one namespace.
 */
public record Sidecar(Container container, List<Volume> volumes) {
  /** The init container's name. */
  public static final String NAME = PodCache.AGENT;

  /** The variable in the guarded container by which the agent tells that container's processes. */
  public static final String MARK = "PLIMSOLL_CONTAINER";

  /** The volume with the policies of the namespace. */
  public static final String POLICY_VOLUME = "plimsoll-policy";

  /** The empty volume where a pod's other containers have a token. */
  public static final String NO_TOKEN_VOLUME = "plimsoll-no-token";

  /** Both volumes. */
  public static final List<String> VOLUMES = List.of(POLICY_VOLUME, NO_TOKEN_VOLUME);

  public Sidecar {
    volumes = List.copyOf(volumes);
  }

  /** The one that a workload's pods have, whoever put it there; empty where a part is missing. */
  public static Optional<Sidecar> on(Workload workload) {
    PodSpec pod = workload.template().getSpec();
    List<Volume> volumes =
        pod.getVolumes().stream().filter(volume -> VOLUMES.contains(volume.getName())).toList();
    boolean isWhole =
        Boolean.TRUE.equals(pod.getShareProcessNamespace()) && volumes.size() == VOLUMES.size();
    return pod.getInitContainers().stream()
        .filter(container -> container.getName().equals(NAME))
        .findFirst()
        .filter(_ -> isWhole)
        .map(container -> new Sidecar(container, volumes));
  }

  /** The one that we put there. */
  public static Optional<Sidecar> oursOn(Workload workload) {
    return isOurs(workload) ? on(workload) : Optional.empty();
  }

  /** Whether what bears the sidecar's name on a workload, if anything does, is of our making. */
  public static boolean isOurs(Workload workload) {
    return ManagedFields.of(workload).ours().contains(FieldPath.initContainer(NAME))
        || Bookkeeping.of(workload).applied().flatMap(AppliedSettings::agentImage).isPresent();
  }

  /** Whether the user has the pods' processes share one namespace, with or without an agent. */
  public static boolean isNamespaceSharedByUser(Workload workload) {
    boolean isShared =
        Boolean.TRUE.equals(workload.template().getSpec().getShareProcessNamespace());
    return isShared && (!isOurs(workload) || isNamespaceOfOthersToo(ManagedFields.of(workload)));
  }

  static boolean isNamespaceOfOthersToo(ManagedFields owners) {
    return owners.ownersOf(FieldPath.shareProcessNamespace()).stream()
        .anyMatch(owner -> !owner.isPlimsoll());
  }

  /** Whether anyone but us is on record for a part of it, and so would keep that part alive. */
  static boolean isOfOthersToo(ManagedFields owners) {
    Set<FieldPath> parts =
        Set.of(
            FieldPath.initContainer(NAME),
            FieldPath.volume(POLICY_VOLUME),
            FieldPath.volume(NO_TOKEN_VOLUME));
    Predicate<FieldPath> isOfOthers =
        part -> owners.ownersOf(part).stream().anyMatch(owner -> !owner.isPlimsoll());
    return parts.stream().anyMatch(isOfOthers);
  }

  /** Whether we are on record for any part of it. */
  static boolean isOnRecord(FieldSet ours) {
    return ours.contains(FieldPath.initContainer(NAME))
        || VOLUMES.stream().map(FieldPath::volume).anyMatch(ours::contains)
        || ours.contains(FieldPath.shareProcessNamespace());
  }

  String image() {
    return container.getImage();
  }

  /** The same with another image. */
  Sidecar withImage(String image) {
    return new Sidecar(new ContainerBuilder(container).withImage(image).build(), volumes);
  }

  /**
   * Whether it does what another is to do: runs as the same user, of the same group where the other
   * knows one, and bounds itself where the pod's quality of service asks for it. Its image and its
   * amounts may differ.
   */
  boolean servesLike(Sidecar other) {
    return user().equals(other.user())
        && (other.group().isEmpty() || group().equals(other.group()))
        && limitsCpu() == other.limitsCpu();
  }

  /** What of it a set of values is told by. */
  String fingerprint() {
    return image()
        + user().map(uid -> " " + uid).orElse("")
        + group().map(gid -> ":" + gid).orElse("");
  }

  private Optional<Long> user() {
    return Optional.ofNullable(container.getSecurityContext())
        .map(context -> context.getRunAsUser());
  }

  private Optional<Long> group() {
    return Optional.ofNullable(container.getSecurityContext())
        .map(context -> context.getRunAsGroup());
  }

  private boolean limitsCpu() {
    return container.getResources() != null
        && container.getResources().getLimits() != null
        && container.getResources().getLimits().containsKey("cpu");
  }
}
