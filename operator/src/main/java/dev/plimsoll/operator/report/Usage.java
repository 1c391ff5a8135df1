package dev.plimsoll.operator.report;

import dev.plimsoll.core.model.AgentTerms.Injection;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.operator.act.KillLedger.Counted;
import dev.plimsoll.operator.meter.Metering;
import java.time.Instant;

/**
 * What the pods use, for a report.
 *
 * @param at when it was looked at
 */
public record Usage(Asked asked, Metering metering, Counted kills, Instant at) {

  /** Whether an agent is to be in the pods. */
  public enum Asked {
    /** The budget asks for one: pods have it, or get it at their next rollout. */
    FOR_AGENT,
    /** The mode puts none into pods. */
    NO_AGENT_BY_MODE,
    /** {@code agent.injection} is None. */
    NO_AGENT_BY_INJECTION;

    static Asked of(Budget budget) {
      if (budget.mode() == Mode.RECOMMEND) {
        return NO_AGENT_BY_MODE;
      }
      return budget.agent().injection() == Injection.NONE ? NO_AGENT_BY_INJECTION : FOR_AGENT;
    }
  }

  /** What a look found. */
  public static Usage of(Budget budget, Metering metering, Counted kills, Instant at) {
    return new Usage(Asked.of(budget), metering, kills, at);
  }
}
