package dev.plimsoll.operator.meter;

import java.time.Instant;

/** Where samples come from. */
interface AgentSource {

  /**
   * Asks one agent.
   *
   * @param at the present time, for the sample
   * @throws RefusedException where there is no good answer in time
   */
  PodSample ask(Agent agent, Instant at) throws RefusedException;
}
