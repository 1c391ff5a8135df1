package dev.plimsoll.operator.report;

import dev.plimsoll.core.decide.KillTotals;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.crds.v1alpha1.CountedStartStatus;
import dev.plimsoll.crds.v1alpha1.UsageStatus;
import dev.plimsoll.operator.act.KillLedger.Counted;
import dev.plimsoll.operator.meter.MemoryUse;
import dev.plimsoll.operator.meter.Metering;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code status.usage}: what the pods use, and the OOM kills that were counted. */
public final class UsageFactory {
  private UsageFactory() {}

  /** What a status says was counted. */
  public static Counted counted(Optional<UsageStatus> status) {
    return status
        .map(
            usage ->
                new Counted(new KillTotals(orZero(usage.oomKills()), seen(usage)), last(usage)))
        .orElse(Counted.NOTHING);
  }

  private static List<KillTotals.Seen> seen(UsageStatus usage) {
    return Optional.ofNullable(usage.counted()).orElse(List.of()).stream()
        .filter(start -> start.pod() != null && start.container() != null)
        .map(start -> new KillTotals.Seen(start.pod(), start.container(), orZero(start.kills())))
        .toList();
  }

  private static Optional<Instant> last(UsageStatus usage) {
    try {
      return Optional.ofNullable(usage.lastOomKill()).map(Instant::parse);
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static long orZero(Long count) {
    return count == null ? 0 : Math.max(0, count);
  }

  /** The usage to report, given what is reported so far. */
  static UsageStatus of(Usage usage, Bytes limit, Optional<UsageStatus> before) {
    Metering metering = usage.metering();
    Counted kills = usage.kills();
    if (metering.state() == Metering.State.PENDING) {
      return with(kills, before);
    }
    Steps steps = Steps.of(limit);
    Optional<MemoryUse> most = usage.most();
    Optional<Bytes> workingSet =
        most.map(MemoryUse::workingSet)
            .or(() -> metering.workingSets().values().stream().max(Bytes::compareTo));
    Optional<Bytes> peak =
        metering.samples().stream()
            .flatMap(sample -> sample.memory().stream())
            .map(MemoryUse::peak)
            .max(Bytes::compareTo);
    return new UsageStatus(
        most.map(use -> steps.show(use.unreclaimable(), shown(before, UsageStatus::unreclaimable)))
            .orElse(null),
        workingSet
            .map(amount -> steps.show(amount, shown(before, UsageStatus::workingSet)))
            .orElse(null),
        peak.map(amount -> steps.showMost(amount, shown(before, UsageStatus::peak)))
            .or(() -> shown(before, UsageStatus::peak))
            .orElse(null),
        metering.samples().size() + metering.workingSets().size(),
        metering.workers().isPresent() ? metering.workers().getAsInt() : null,
        kills.totals().total(),
        lastText(kills),
        counted(kills.totals()));
  }

  private static Optional<String> shown(
      Optional<UsageStatus> before, Function<UsageStatus, String> part) {
    return before.map(part);
  }

  /** As before, while nothing else is known. */
  private static UsageStatus with(Counted kills, Optional<UsageStatus> before) {
    boolean isNothing = before.isEmpty() && kills.equals(Counted.NOTHING);
    return isNothing
        ? null
        : new UsageStatus(
            before.map(UsageStatus::unreclaimable).orElse(null),
            before.map(UsageStatus::workingSet).orElse(null),
            before.map(UsageStatus::peak).orElse(null),
            before.map(UsageStatus::pods).orElse(null),
            before.map(UsageStatus::workers).orElse(null),
            kills.totals().total(),
            lastText(kills),
            counted(kills.totals()));
  }

  private static String lastText(Counted kills) {
    return kills.last().map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(null);
  }

  private static List<CountedStartStatus> counted(KillTotals totals) {
    return totals.seen().isEmpty()
        ? null
        : totals.seen().stream()
            .map(seen -> new CountedStartStatus(seen.pod(), seen.container(), seen.kills()))
            .toList();
  }
}
