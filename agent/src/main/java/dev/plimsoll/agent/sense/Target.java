package dev.plimsoll.agent.sense;

/** What is guarded: whose cgroup is read and whose processes are watched. */
public sealed interface Target {

  /**
   * A container of the pod that the agent is a sidecar of.
   *
   * @param container its name, which the variable PLIMSOLL_CONTAINER gives its processes
   */
  record Container(String container) implements Target {}

  /**
   * The cgroup that a process is in, and everything else there but the agent itself.
   *
   * @param pid the process
   */
  record CgroupOf(int pid) implements Target {}
}
