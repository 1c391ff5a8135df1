package dev.plimsoll.cli.demo.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What both runs come to.
 *
 * @param shortfalls what was to be shown and was not; none means the demonstration holds
 */
public record Verdict(List<String> shortfalls) {
  /** The budget may cost this much of what was answered before. */
  private static final double LEAST_ANSWERED = 0.98;

  static Verdict of(Side before, Side after) {
    List<String> shortfalls = new ArrayList<>();
    if (!before.load().arrivalsDigest().equals(after.load().arrivalsDigest())) {
      shortfalls.add("the two runs had different arrivals");
    }
    if (before.kills() == 0) {
      shortfalls.add("nothing was killed with the original settings");
    }
    if (after.kills() > 0) {
      shortfalls.add(after.kills() + " processes were killed with the budget");
    }
    if (answeredRatio(before, after) < LEAST_ANSWERED) {
      shortfalls.add(
          "with the budget %s of the requests answered before were answered"
              .formatted(percent(before, after)));
    }
    return new Verdict(shortfalls);
  }

  private static double answeredRatio(Side before, Side after) {
    return (double) after.load().answered() / Math.max(1, before.load().answered());
  }

  /** Requests answered after against before, as text. */
  static String percent(Side before, Side after) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * answeredRatio(before, after));
  }

  public boolean holds() {
    return shortfalls.isEmpty();
  }
}
