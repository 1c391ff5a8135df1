package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the guard has seen of the container and the server in it.
 *
 * @param limit at the last reading; empty before the first
 * @param planned at the last reading
 * @param unreclaimable at the last reading
 * @param oomKills at the last reading; empty before the first
 * @param crew the workers at the last reading
 * @param learned what workers of this server have shown
 * @param trends how memory has gone since the crew last changed
 * @param baseline what was there beside the workers
 * @param aboveSoft since when memory has been above the soft line without a break
 * @param youngKills workers killed while they booted
 * @param timeout the last worker that seems to have met the server's own timeout
 */
record Seen(
    Optional<Bytes> limit,
    OptionalInt planned,
    Bytes unreclaimable,
    OptionalLong oomKills,
    Crew crew,
    Learned learned,
    Trends trends,
    Baseline baseline,
    Optional<Duration> aboveSoft,
    YoungKills youngKills,
    Optional<SuspectedTimeout> timeout) {

  static Seen nothing() {
    return new Seen(
        Optional.empty(),
        OptionalInt.empty(),
        Bytes.ZERO,
        OptionalLong.empty(),
        Crew.unseen(),
        Learned.nothing(),
        Trends.none(),
        Baseline.unknown(),
        Optional.empty(),
        YoungKills.none(),
        Optional.empty());
  }

  /** Whether what was concluded of the workers no longer holds: another server, limit or plan. */
  boolean isStartedAnewBy(GuardPolicy policy, ContainerMemory memory, Crew now) {
    return now.isAnotherServerThan(crew)
        || limit.filter(before -> !before.equals(memory.limit())).isPresent()
        || limit.isPresent() && !planned.equals(policy.plannedWorkers());
  }

  /** Processes that the kernel has killed since the last reading. */
  long kernelKillsUntil(ContainerMemory memory) {
    return Math.max(0, memory.oomKills() - oomKills.orElse(memory.oomKills()));
  }

  /** Without the server: its processes were not seen at this reading. */
  Seen with(GuardPolicy policy, Reading reading) {
    return with(policy, reading, crew, learned, youngKills, timeout, trendsWith(reading));
  }

  /** With the server as it is now. */
  Seen with(GuardPolicy policy, Reading reading, Crew now, Changes changes) {
    boolean another = now.isAnotherServerThan(crew);
    Learned base = another ? Learned.nothing() : learned;
    return with(
        policy,
        reading,
        now,
        base.with(reading.at(), now.workers()),
        youngKills.with(reading.at(), changes.youngKills()),
        SuspectedTimeout.in(reading.at(), now, changes, timeout),
        changes.isEmpty() ? trendsWith(reading) : trends.restarted());
  }

  private Trends trendsWith(Reading reading) {
    return trends.with(reading.at(), reading.memory().unreclaimable());
  }

  /** The young kills that led to a decision count for no other one. */
  Seen withoutYoungKills() {
    return new Seen(
        limit,
        planned,
        unreclaimable,
        oomKills,
        crew,
        learned,
        trends,
        baseline,
        aboveSoft,
        YoungKills.none(),
        timeout);
  }

  /** With the parts beside the workers as they are while the crew is at rest. */
  Seen withBaseline(Bytes master, Bytes shared) {
    return new Seen(
        limit,
        planned,
        unreclaimable,
        oomKills,
        crew,
        learned,
        trends,
        baseline.with(master, shared),
        aboveSoft,
        youngKills,
        timeout);
  }

  private Seen with(
      GuardPolicy policy,
      Reading reading,
      Crew now,
      Learned lessons,
      YoungKills young,
      Optional<SuspectedTimeout> suspected,
      Trends trend) {
    ContainerMemory memory = reading.memory();
    boolean above = memory.unreclaimable().isMoreThan(SoftLine.of(policy, memory.limit()));
    return new Seen(
        Optional.of(memory.limit()),
        policy.plannedWorkers(),
        memory.unreclaimable(),
        OptionalLong.of(memory.oomKills()),
        now,
        lessons,
        trend,
        now.isAnotherServerThan(crew) ? Baseline.unknown() : baseline,
        above ? aboveSoft.or(() -> Optional.of(reading.at())) : Optional.empty(),
        young,
        suspected);
  }
}
