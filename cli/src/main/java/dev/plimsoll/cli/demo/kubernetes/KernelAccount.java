package dev.plimsoll.cli.demo.kubernetes;

import dev.plimsoll.cli.program.Program;
import dev.plimsoll.core.model.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * What the kernel says of a pod's containers: kills by the OOM killer, and unreclaimable memory
 * (what is charged less the page cache). Read on the node, twice a second, beside the pod.
 */
final class KernelAccount {
  /**
   * Prints "cgroup kills unreclaimable" for each container of a pod, then a dash. Of cgroup v1 and
   * v2; $1 is the pod's UID with its dashes or underscores as one-character wildcards, $2 the
   * number of rounds. Ends when the pod is gone.
   */
  private static final String PROBE =
      """
      root=/sys/fs/cgroup/memory; [ -d $root ] || root=/sys/fs/cgroup
      for round in $(seq "$2"); do
        pods=$(find $root -type d -path "*kubepods*" -name "*pod$1*")
        [ -n "$pods" ] || exit 0
        for pod in $pods; do
          for group in $pod/*/; do
            if [ -r $group/memory.oom_control ]; then
              events=$group/memory.oom_control used=$group/memory.usage_in_bytes total=total_
            elif [ -r $group/memory.events ]; then
              events=$group/memory.events used=$group/memory.current total=
            else
              continue
            fi
            kills=$(awk '$1 == "oom_kill" {print $2}' $events 2>/dev/null)
            cache=$(awk -v t=$total '$1 == t "active_file" || $1 == t "inactive_file" || $1 == "slab_reclaimable" {sum += $2}
              END {printf "%.0f", sum}' $group/memory.stat 2>/dev/null)
            bytes=$(cat $used 2>/dev/null) && [ -n "$kills" ] && [ -n "$cache" ] && echo "$group $kills $((bytes - cache))"
          done
        done
        echo -
        sleep 0.5
      done
      """;

  private final Map<String, Long> killsByCgroup = new HashMap<>();
  private final LongConsumer onKills;
  private long peak;

  /**
   * An account of nothing yet.
   *
   * @param onKills told the number of all kills so far, when it has grown
   */
  KernelAccount(LongConsumer onKills) {
    this.onKills = onKills;
  }

  /** The program that prints what {@link #read} reads. */
  static Program probe(DemoCluster cluster, String podUid, int seconds) {
    return cluster.onNode(
        "sh", "-c", PROBE, "probe", podUid.replace('-', '?'), Integer.toString(seconds * 2));
  }

  /** One line of the probe. */
  synchronized void read(String line) {
    String[] words = line.split(" ");
    if (words.length != 3) {
      return;
    }
    long before = kills();
    killsByCgroup.merge(words[0], Long.parseLong(words[1]), Math::max);
    peak = Math.max(peak, Long.parseLong(words[2]));
    if (kills() > before) {
      onKills.accept(kills());
    }
  }

  /** Kills by the OOM killer, in containers that have ended as well. */
  synchronized long kills() {
    return killsByCgroup.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The most that one container held. */
  synchronized Bytes peak() {
    return new Bytes(peak);
  }
}
