package dev.plimsoll.cli.demo.record;

import java.util.ArrayList;
import java.util.List;

/**
 * What both runs come to.
 *
 * @param completedRatio requests answered under the guard, as a share of those answered without
 * @param shortfalls what was to be shown and was not; none means the demonstration holds
 */
public record Comparison(double completedRatio, List<String> shortfalls) {
  private static final double LEAST_COMPLETED = 0.98;

  public Comparison {
    shortfalls = List.copyOf(shortfalls);
  }

  public static Comparison of(Recording recording) {
    Side unguarded = recording.unguarded();
    Side guarded = recording.guarded();
    double ratio =
        (double) guarded.requests().completed() / Math.max(1, unguarded.requests().completed());
    List<String> shortfalls = new ArrayList<>();
    if (unguarded.requests().offered() != guarded.requests().offered()) {
      shortfalls.add("the two runs were offered different numbers of requests");
    }
    if (unguarded.oomKills() == 0) {
      shortfalls.add("nothing was killed without the guard: let it run longer by --seconds");
    }
    if (guarded.oomKills() > 0) {
      shortfalls.add("the kernel killed %d under the guard".formatted(guarded.oomKills()));
    }
    if (ratio < LEAST_COMPLETED) {
      shortfalls.add(
          "under the guard %s of the requests answered without it were answered"
              .formatted(Figures.percent(ratio)));
    }
    return new Comparison(ratio, shortfalls);
  }

  public boolean holds() {
    return shortfalls.isEmpty();
  }
}
