package dev.plimsoll.operator.inject;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.diagnose.Severity;
import dev.plimsoll.operator.observe.Observation;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.LinuxContainerUser;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The user that the agent runs as: without capabilities, it signals the processes of its own user
 * alone, and reads those of its own user and group.
 */
sealed interface AgentUser {
  String MISMATCH = "UidMismatch";
  long ROOT = 0;

  /**
   * A user that will do.
   *
   * @param gid the application's group; empty where nobody tells it
   * @param doubt what may still be wrong with it
   */
  record Known(long uid, OptionalLong gid, Optional<Finding> doubt) implements AgentUser {}

  /** Nobody says which; it may be told later. */
  record Unknown(Finding finding) implements AgentUser {}

  /** A user as whom the agent would be of no use, or not be let in. */
  record Unfit(Finding finding) implements AgentUser {}

  /** The budget's, else the manifest's, else that of the pods that run. */
  static AgentUser of(Budget budget, Observation.Target target) {
    OptionalLong declared = declared(target);
    if (budget.agent().runAsUser().isPresent()) {
      return told(budget.agent().runAsUser().getAsLong(), declared, target);
    }
    return declared.isPresent()
        ? new Known(declared.getAsLong(), group(target), Optional.empty())
        : observed(target);
  }

  /** Where no manifest says it, it is in the application's image, and shows once that runs. */
  private static OptionalLong group(Observation.Target target) {
    PodSpec pod = target.workload().template().getSpec();
    Optional<Long> declared =
        Optional.ofNullable(target.container().getSecurityContext())
            .map(SecurityContext::getRunAsGroup)
            .or(
                () ->
                    Optional.ofNullable(pod.getSecurityContext())
                        .map(PodSecurityContext::getRunAsGroup));
    Set<Long> shown = shown(target, LinuxContainerUser::getGid);
    return declared
        .or(() -> shown.size() == 1 ? shown.stream().findFirst() : Optional.empty())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private static OptionalLong declared(Observation.Target target) {
    PodSpec pod = target.workload().template().getSpec();
    Optional<Long> uid =
        Optional.ofNullable(target.container().getSecurityContext())
            .map(SecurityContext::getRunAsUser)
            .or(
                () ->
                    Optional.ofNullable(pod.getSecurityContext())
                        .map(PodSecurityContext::getRunAsUser));
    return uid.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  private static AgentUser told(long uid, OptionalLong declared, Observation.Target target) {
    if (uid == ROOT && mustNotBeRoot(target)) {
      return new Unfit(
          warning(
              "spec.agent.runAsUser is 0, but the pods of %s are to run as non-root, so the agent is not put there: pod security would refuse them. Set spec.agent.runAsUser to the application's own UID."
                  .formatted(target.workload().ref())));
    }
    boolean differs = declared.isPresent() && declared.getAsLong() != uid;
    return new Known(
        uid,
        group(target),
        differs
            ? Optional.of(
                new Finding(
                    MISMATCH,
                    Severity.ADVICE,
                    "The agent runs as UID %d, as spec.agent.runAsUser says, and container %s starts as UID %d: it can guard only processes that change to UID %d by themselves. If the application does not, leave spec.agent.runAsUser out."
                        .formatted(uid, target.container().getName(), declared.getAsLong(), uid)))
            : Optional.empty());
  }

  private static boolean mustNotBeRoot(Observation.Target target) {
    PodSpec pod = target.workload().template().getSpec();
    return Optional.ofNullable(target.container().getSecurityContext())
        .map(SecurityContext::getRunAsNonRoot)
        .or(
            () ->
                Optional.ofNullable(pod.getSecurityContext())
                    .map(PodSecurityContext::getRunAsNonRoot))
        .orElse(false);
  }

  private static AgentUser observed(Observation.Target target) {
    String container = target.container().getName();
    Set<Long> users = shown(target, LinuxContainerUser::getUid);
    if (users.size() != 1) {
      return new Unknown(
          new Finding(
              "UidUnknown",
              Severity.WARNING,
              "The agent is not put into the pods yet, because %s. Set securityContext.runAsUser on container %s, or spec.agent.runAsUser."
                  .formatted(
                      users.isEmpty()
                          ? "neither the manifest nor a running pod tells the UID that container %s runs as"
                              .formatted(container)
                          : "the pods' containers %s run as different UIDs, %s"
                              .formatted(container, users),
                      container)));
    }
    long uid = users.iterator().next();
    return uid == ROOT
        ? new Unfit(
            warning(
                "Container %s runs as root without saying so, so the agent is not put beside it: it would have to be root as well. Run the application as another user by securityContext.runAsUser, or, where pod security allows root, set spec.agent.runAsUser: 0."
                    .formatted(container)))
        : new Known(uid, group(target), Optional.empty());
  }

  /** What the containers that run show of their user. */
  private static Set<Long> shown(
      Observation.Target target, Function<LinuxContainerUser, Long> which) {
    return target.pods().stream()
        .filter(pod -> pod.getStatus() != null)
        .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
        .filter(status -> status.getName().equals(target.container().getName()))
        .flatMap(status -> user(status).map(which).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<LinuxContainerUser> user(ContainerStatus status) {
    return Optional.ofNullable(status.getState())
        .filter(state -> state.getRunning() != null)
        .flatMap(_ -> Optional.ofNullable(status.getUser()))
        .flatMap(user -> Optional.ofNullable(user.getLinux()));
  }

  private static Finding warning(String message) {
    return new Finding(MISMATCH, Severity.WARNING, message);
  }
}
