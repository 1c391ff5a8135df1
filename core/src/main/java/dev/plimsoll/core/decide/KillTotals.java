package dev.plimsoll.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * OOM kills counted once, though several sources tell of them, late, repeatedly and each a part
 * only: for each start of a container the most that any source has told counts. The order in which
 * they tell does not matter.
 *
 * @param total of all starts ever, also of those that are no longer kept
 * @param seen what was counted of each start that a source may still tell of, in the order in which
 *     they were first told of
 */
public record KillTotals(long total, List<Seen> seen) {
  /** A source tells of no more starts of one pod's container than this. */
  static final int MOST_OF_A_POD = 8;

  /** What a status can hold: about 100 bytes each. */
  static final int MOST = 400;

  public static final KillTotals NONE = new KillTotals(0, List.of());

  /**
   * What was counted of one start of a container.
   *
   * @param pod its UID
   * @param container the id that the runtime gave to this start
   */
  public record Seen(String pod, String container, long kills) {
    private boolean isOf(String otherPod, String otherContainer) {
      return pod.equals(otherPod) && container.equals(otherContainer);
    }
  }

  public KillTotals {
    seen = List.copyOf(seen);
  }

  /**
   * The same after a source has told of one start.
   *
   * @param kills all that the source knows of this start, 0 or more
   */
  public KillTotals with(String pod, String container, long kills) {
    long known = of(pod, container);
    return kills <= known ? this : raised(new Seen(pod, container, kills), known);
  }

  /** What was counted of one start. */
  public long of(String pod, String container) {
    return seen.stream()
        .filter(each -> each.isOf(pod, container))
        .mapToLong(Seen::kills)
        .findFirst()
        .orElse(0);
  }

  private KillTotals raised(Seen start, long known) {
    List<Seen> next = new ArrayList<>(seen);
    if (known > 0) {
      next.replaceAll(each -> each.isOf(start.pod(), start.container()) ? start : each);
    } else {
      next.add(start);
      dropOldest(next, start.pod());
    }
    return new KillTotals(total + start.kills() - known, next);
  }

  private static void dropOldest(List<Seen> starts, String pod) {
    boolean isOneTooManyOfThePod =
        starts.stream().filter(each -> each.pod().equals(pod)).count() > MOST_OF_A_POD;
    if (isOneTooManyOfThePod) {
      starts.remove(
          starts.stream().filter(each -> each.pod().equals(pod)).findFirst().orElseThrow());
    }
    if (starts.size() > MOST) {
      starts.removeFirst();
    }
  }

  /** The same without the starts in other pods: nobody tells of those any more. */
  public KillTotals keeping(Set<String> pods) {
    List<Seen> kept = seen.stream().filter(each -> pods.contains(each.pod())).toList();
    return kept.size() == seen.size() ? this : new KillTotals(total, kept);
  }
}
