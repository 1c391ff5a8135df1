package dev.plimsoll.operator.meter;

import dev.plimsoll.core.guard.GuardStep.WorkerBound;
import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.guard.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the agent of one pod said when it was last asked.
 *
 * @param podUid the pod's
 * @param pod the pod's name
 * @param agent tells one start of an agent from another
 * @param at when it was asked, by the operator's clock
 * @param memory empty where the agent cannot read it
 * @param oomKills of all containers that the agent has seen
 * @param containers the kills of each start of the container that the agent has seen, the running
 *     one first
 * @param oomEpisodes when the latest episodes were, newest first; empty where the agent does not
 *     say
 * @param workers how many run
 * @param plannedWorkers how many were planned
 * @param timeToLimit at the present slope; empty where memory is not rising
 * @param workerBound the most workers that survive here, where fewer than run were found to
 * @param remarks what holds now
 * @param actions the latest, newest first
 */
public record PodSample(
    String podUid,
    String pod,
    String agent,
    Instant at,
    Optional<MemoryUse> memory,
    long oomKills,
    List<ContainerKills> containers,
    List<Instant> oomEpisodes,
    OptionalInt workers,
    OptionalInt plannedWorkers,
    Phase phase,
    Optional<Duration> timeToLimit,
    ReliefCounts relief,
    Optional<WorkerBound> workerBound,
    List<AgentRemark> remarks,
    List<AgentAction> actions) {
  public PodSample {
    containers = List.copyOf(containers);
    oomEpisodes = List.copyOf(oomEpisodes);
    remarks = List.copyOf(remarks);
    actions = List.copyOf(actions);
  }

  /** Whether it makes this remark now. */
  public boolean remarks(Remark.Reason reason) {
    return remarks.stream().anyMatch(remark -> remark.reason().equals(reason.text()));
  }
}
