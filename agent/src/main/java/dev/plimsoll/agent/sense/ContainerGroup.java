package dev.plimsoll.agent.sense;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which processes are the guarded container's, by their cgroup. A container is named by the
 * variable PLIMSOLL_CONTAINER in any process of it; servers that set a title wipe their environment
 * with it, so a name once read holds for as long as the cgroup has processes, and where none was
 * read the container is the one that is left.
 */
final class ContainerGroup {
  private static final String PAUSE = "pause";

  private final Target target;
  private final int self;
  private final Map<String, String> nameOfCgroup = new HashMap<>();

  /** Cgroups that were there beside the container's, so that they are not it when it ends. */
  private final Set<String> others = new HashSet<>();

  ContainerGroup(Target target, int self) {
    this.target = target;
    this.self = self;
  }

  /** Which processes they are. */
  sealed interface Choice {

    /**
     * The container's.
     *
     * @param cgroup their path in the memory hierarchy
     * @param members without the agent
     */
    record Chosen(String cgroup, List<TrackedProcess> members) implements Choice {}

    /**
     * None yet.
     *
     * @param why for people
     */
    record None(String why) implements Choice {}
  }

  Choice choose(List<TrackedProcess> processes) {
    return switch (target) {
      case Target.CgroupOf(int pid) -> cgroupOf(pid, processes);
      case Target.Container(String container) -> named(container, processes);
    };
  }

  private Choice cgroupOf(int pid, List<TrackedProcess> processes) {
    for (TrackedProcess process : processes) {
      if (process.id().pid() == pid) {
        return chosen(process.identity().cgroup(), processes);
      }
    }
    return new Choice.None("process " + pid + " has ended");
  }

  private Choice named(String container, List<TrackedProcess> processes) {
    Set<String> present = learn(processes);
    Set<String> left = new TreeSet<>();
    for (String cgroup : present) {
      String name = nameOfCgroup.get(cgroup);
      if (container.equals(name)) {
        others.addAll(present);
        others.remove(cgroup);
        return chosen(cgroup, processes);
      }
      if (name == null && !others.contains(cgroup) && !isPause(cgroup, processes)) {
        left.add(cgroup);
      }
    }
    return switch (left.size()) {
      case 0 ->
          new Choice.None(
              "no process of container '"
                  + container
                  + "' is to be seen: it is starting, or the pod lacks shareProcessNamespace");
      case 1 -> chosen(left.iterator().next(), processes);
      default ->
          new Choice.None(
              left.size()
                  + " containers carry no name: set PLIMSOLL_CONTAINER="
                  + container
                  + " in the one to guard");
    };
  }

  /** The cgroups that have processes, but not the agent's own. */
  private Set<String> learn(List<TrackedProcess> processes) {
    String ours = ours(processes);
    Set<String> present = new TreeSet<>();
    for (TrackedProcess process : processes) {
      ProcessIdentity identity = process.identity();
      if (!identity.cgroup().isEmpty() && !identity.cgroup().equals(ours)) {
        present.add(identity.cgroup());
        Optional<String> name = identity.container();
        name.ifPresent(text -> nameOfCgroup.put(identity.cgroup(), text));
      }
    }
    nameOfCgroup.keySet().retainAll(present);
    others.retainAll(present);
    return present;
  }

  private String ours(List<TrackedProcess> processes) {
    for (TrackedProcess process : processes) {
      if (process.id().pid() == self) {
        return process.identity().cgroup();
      }
    }
    return "";
  }

  /** The process that holds a pod's namespaces. */
  private static boolean isPause(String cgroup, List<TrackedProcess> processes) {
    for (TrackedProcess process : processes) {
      if (process.identity().cgroup().equals(cgroup) && !process.facts().name().equals(PAUSE)) {
        return false;
      }
    }
    return true;
  }

  private Choice chosen(String cgroup, List<TrackedProcess> processes) {
    List<TrackedProcess> members = new ArrayList<>();
    for (TrackedProcess process : processes) {
      if (process.identity().cgroup().equals(cgroup) && process.id().pid() != self) {
        members.add(process);
      }
    }
    return new Choice.Chosen(cgroup, members);
  }
}
