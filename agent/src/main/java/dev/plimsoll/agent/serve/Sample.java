package dev.plimsoll.agent.serve;

import dev.plimsoll.agent.act.ActionLog;
import dev.plimsoll.agent.policy.PolicyInForce;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.core.guard.GuardStep;
import dev.plimsoll.core.model.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that the agent tells at one moment.
 *
 * @param observation the last one
 * @param decision the last one; empty before the container has been seen
 * @param peakUnreclaimable the most that was seen
 */
public record Sample(
    Source source,
    Instant time,
    PolicyInForce policy,
    Observation observation,
    Optional<GuardStep> decision,
    Bytes peakUnreclaimable,
    ActionLog.Told done,
    ReactionTimes reactions) {

  /**
   * Who tells.
   *
   * @param agent a random id of this process, which dates its counters
   * @param pod the pod's name, where there is one
   */
  public record Source(String agent, Optional<String> pod) {}
}
