package dev.plimsoll.agent.act;

import dev.plimsoll.core.guard.Action;
import dev.plimsoll.core.guard.RecycleReason;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often what was done since the agent started.
 *
 * @param recycles by reason; every reason is there
 * @param kills by reason; every reason is there
 * @param freedBytes by recycles whose victims have ended
 */
public record ActionTotals(
    Map<RecycleReason, Long> recycles,
    Map<Action.KillReason, Long> kills,
    long sheds,
    long grows,
    long freedBytes) {

  static ActionTotals none() {
    Map<RecycleReason, Long> recycles = new EnumMap<>(RecycleReason.class);
    for (RecycleReason reason : RecycleReason.values()) {
      recycles.put(reason, 0L);
    }
    Map<Action.KillReason, Long> kills = new EnumMap<>(Action.KillReason.class);
    for (Action.KillReason reason : Action.KillReason.values()) {
      kills.put(reason, 0L);
    }
    return new ActionTotals(recycles, kills, 0, 0, 0);
  }

  ActionTotals and(Action action) {
    return switch (action) {
      case Action.Recycle recycle ->
          new ActionTotals(oneMore(recycles, recycle.reason()), kills, sheds, grows, freedBytes);
      case Action.Kill kill ->
          new ActionTotals(recycles, oneMore(kills, kill.reason()), sheds, grows, freedBytes);
      case Action.Shed _ -> new ActionTotals(recycles, kills, sheds + 1, grows, freedBytes);
      case Action.Grow _ -> new ActionTotals(recycles, kills, sheds, grows + 1, freedBytes);
    };
  }

  ActionTotals freeing(long bytes) {
    return new ActionTotals(recycles, kills, sheds, grows, freedBytes + bytes);
  }

  /** All recycles, whatever the reason. */
  public long allRecycles() {
    long sum = 0;
    for (long count : recycles.values()) {
      sum += count;
    }
    return sum;
  }

  private static <R extends Enum<R>> Map<R, Long> oneMore(Map<R, Long> counts, R reason) {
    Map<R, Long> more = new EnumMap<>(counts);
    more.merge(reason, 1L, Long::sum);
    return more;
  }
}
