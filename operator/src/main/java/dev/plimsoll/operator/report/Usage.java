package dev.plimsoll.operator.report;

import dev.plimsoll.core.model.AgentTerms.Injection;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.operator.act.KillLedger.Counted;
import dev.plimsoll.operator.meter.MemoryUse;
import dev.plimsoll.operator.meter.Metering;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** What the pod that has most holds and the kernel cannot take back. */
  public Optional<Bytes> unreclaimable() {
    return most().map(MemoryUse::unreclaimable);
  }

  /** How long the pod that is nearest to its limit has, if it goes on like this. */
  public Optional<Duration> timeToLimit() {
    return metering.samples().stream()
        .flatMap(sample -> sample.timeToLimit().stream())
        .min(Duration::compareTo);
  }

  /** The use of the pod that has most. */
  Optional<MemoryUse> most() {
    return metering.samples().stream()
        .flatMap(sample -> sample.memory().stream())
        .max(Comparator.comparing(MemoryUse::unreclaimable));
  }

  /** When what is told of a kill or a danger ceases to hold, though nothing happens. */
  public Optional<Instant> turnsAt() {
    return Stream.of(
            kills.last().map(last -> last.plus(MeteringStates.KILL_TOLD)),
            metering.lastDanger().map(last -> last.plus(MeteringStates.DANGER_TOLD)))
        .flatMap(Optional::stream)
        .filter(at::isBefore)
        .min(Instant::compareTo);
  }
}
