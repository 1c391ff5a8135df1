package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.Reading;
import dev.plimsoll.core.guard.Remark;
import java.util.List;
import java.util.Optional;

/** What the sensor saw at one tick. */
public sealed interface Observation {

  /**
   * The container runs.
   *
   * @param reading for the decision; its kills are counted over all cgroups that the container has
   *     had while the agent runs
   * @param container what a decision does not need
   */
  record Seen(Reading reading, ContainerFacts container) implements Observation {}

  /**
   * There is nothing to read yet, or no more.
   *
   * @param why for people
   */
  record Waiting(String why) implements Observation {}

  /**
   * What is told besides.
   *
   * @param id the container runtime's, where the cgroup's path has one
   * @param kills since the agent has run, and those that its cgroup had before
   * @param killsAsGroup whether one kill takes every process
   * @param remarks about what the agent may not see or do
   */
  record ContainerFacts(
      Optional<String> id,
      Optional<Pressure> pressure,
      KernelKills kills,
      boolean killsAsGroup,
      List<Remark> remarks) {

    ContainerFacts with(KernelKills present) {
      return present.equals(kills)
          ? this
          : new ContainerFacts(id, pressure, present, killsAsGroup, remarks);
    }
  }
}
