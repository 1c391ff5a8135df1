package dev.plimsoll.operator.act;

import dev.plimsoll.operator.observe.TargetKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How many of our rollouts run in the cluster at once. What runs is read from the workloads
 * themselves, so that nothing is lost when the operator starts anew; beside that only the rollouts
 * are remembered that the caches cannot show yet.
 */
public final class RolloutSlots {
  /** By then a cache shows the rollout, or its write failed. */
  private static final Duration UNSEEN = Duration.ofSeconds(30);

  private final int most;
  private final Supplier<Map<TargetKey, Rollout>> shown;
  private final Map<TargetKey, Instant> started = new HashMap<>();

  /**
   * Our latest rollout of a workload.
   *
   * @param start when we wrote it
   */
  public record Rollout(Instant start, Stage stage) {
    /** Whether it still counts. */
    public enum Stage {
      RUNNING,
      OVER
    }
  }

  /**
   * Guards the rollouts of one cluster.
   *
   * @param most how many may run at once, at least 1
   * @param shown our latest rollout of each workload, as far as the caches show
   */
  public RolloutSlots(int most, Supplier<Map<TargetKey, Rollout>> shown) {
    this.most = most;
    this.shown = shown;
  }

  /** How many may run at once. */
  public int most() {
    return most;
  }

  /** How many run at other workloads. */
  public synchronized int runningBeside(TargetKey target, Instant now) {
    Set<TargetKey> others = taken(now);
    others.remove(target);
    return others.size();
  }

  /** Takes a slot for a rollout that starts now; false where none is free. */
  public synchronized boolean take(TargetKey target, Instant now) {
    if (runningBeside(target, now) >= most) {
      return false;
    }
    started.put(target, now);
    return true;
  }

  /** Takes a slot for a rollout that waits for nothing. */
  public synchronized void takeUrgently(TargetKey target, Instant now) {
    started.put(target, now);
  }

  /** Gives a slot back whose rollout did not start. */
  public synchronized void giveBack(TargetKey target) {
    started.remove(target);
  }

  private Set<TargetKey> taken(Instant now) {
    Map<TargetKey, Rollout> seen = shown.get();
    started
        .entrySet()
        .removeIf(
            start ->
                start.getValue().isBefore(now.minus(UNSEEN))
                    || isShown(seen.get(start.getKey()), start.getValue()));
    Set<TargetKey> taken =
        seen.entrySet().stream()
            .filter(rollout -> rollout.getValue().stage() == Rollout.Stage.RUNNING)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(HashSet::new));
    taken.addAll(started.keySet());
    return taken;
  }

  private static boolean isShown(Rollout seen, Instant start) {
    return seen != null && !seen.start().isBefore(start);
  }
}
