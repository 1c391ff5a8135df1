package dev.plimsoll.operator.meter;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often an agent has relieved its container since the agent started.
 *
 * @param recycles by reason
 * @param sheds workers given up by live signal
 */
public record ReliefCounts(Map<String, Long> recycles, long sheds) {
  public static final ReliefCounts NONE = new ReliefCounts(Map.of(), 0);

  public ReliefCounts {
    recycles = Map.copyOf(recycles);
  }

  ReliefCounts plus(ReliefCounts more) {
    Map<String, Long> both = new TreeMap<>(recycles);
    more.recycles.forEach((reason, count) -> both.merge(reason, count, Long::sum));
    return new ReliefCounts(both, sheds + more.sheds);
  }

  /** What was added since, each count on its own; a count that has shrunk adds nothing. */
  ReliefCounts since(ReliefCounts before) {
    Map<String, Long> added = new TreeMap<>();
    recycles.forEach(
        (reason, count) ->
            added.put(reason, Math.max(0, count - before.recycles.getOrDefault(reason, 0L))));
    return new ReliefCounts(added, Math.max(0, sheds - before.sheds));
  }
}
