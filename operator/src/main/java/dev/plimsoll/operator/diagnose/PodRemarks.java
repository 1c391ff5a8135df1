package dev.plimsoll.operator.diagnose;

import dev.plimsoll.core.guard.Remark.Reason;
import java.util.Arrays;
import java.util.List;

/** What the agents see in running pods, beside what the diagnostics see in manifests. */
public final class PodRemarks {
  /** In the order of their severity. */
  public static final List<Reference> ALL =
      Arrays.stream(Reason.values()).map(PodRemarks::reference).toList();

  private PodRemarks() {}

  /** What is said of one reason; an agent of another version may know others. */
  static Severity severityOf(String reason) {
    return ALL.stream()
        .filter(reference -> reference.reason().equals(reason))
        .map(Reference::severity)
        .findFirst()
        .orElse(Severity.ADVICE);
  }

  private static Reference reference(Reason reason) {
    return switch (reason) {
      case MASTER_GROWTH ->
          warning(
              reason,
              "memory above the soft line that the workers do not hold: the server's first process does",
              "look for what grows there, such as a preloaded cache; recycling workers cannot give it back");
      case SHARED_MEMORY ->
          warning(
              reason,
              "memory above the soft line that is shared: files in tmpfs, shared memory",
              "bound what is written there, count it in memory.base");
      case FUTILE ->
          warning(
              reason,
              "recycled workers that give nothing back, so that the guard has stopped",
              "lower the knobs' max or raise the limit; the plan is reduced where guard.actions has ReducePlan");
      case PLAN_TOO_LARGE ->
          warning(
              reason,
              "more workers than survive here, whatever is recycled",
              "allow ReducePlan, or lower the workers' max; raise their memory to what they take");
      case NEW_POD_NEEDED ->
          warning(
              reason,
              "memory that only a new pod gives back",
              "allow EvictPod in guard.actions, or raise the limit");
      case SUCCESSOR_DOES_NOT_FIT ->
          warning(
              reason,
              "no room for the start of a worker's successor beside the others",
              "raise the reserve or the limit, or lower the workers' max");
      case ACTION_NOT_AVAILABLE ->
          warning(
              reason,
              "a guard that sees what would help and may not do it",
              "list RecycleWorker in guard.actions");
      case UNRECOGNISED ->
          warning(
              reason,
              "no process of the server that runtime.type names",
              "correct runtime.type, or spec.container; until then nothing is recycled");
      case WORKER_TIMEOUT_NOT_OOM ->
          warning(
              reason,
              "a worker that died without a kill for want of memory",
              "look at the server's own log: its worker timeout is the usual cause");
      case GROUP_KILL ->
          warning(
              reason,
              "a kernel that kills the whole container for one process's want of memory",
              "set singleProcessOOMKill on the kubelet, or leave a larger reserve");
      case UID_MISMATCH ->
          warning(
              reason,
              "an agent that may not see or signal the application's processes",
              "set agent.runAsUser to the application's own user");
      case SHADOWED ->
          warning(
              reason,
              "another number of workers running than planned",
              "take the setting out of the configuration file or code that beats the variable");
    };
  }

  private static Reference warning(Reason reason, String sees, String remedy) {
    return new Reference(reason.text(), Severity.WARNING, sees, remedy);
  }
}
