package dev.plimsoll.e2e.harness;

import java.util.HashMap;
import java.util.Map;

/**
 * The kernel's own count of OOM kills in an application's containers, read from their cgroups on
 * the node; nothing of Plimsoll is asked. A container that has gone keeps what was last seen of it.
 */
public final class KernelKills {
  /**
   * Prints "cgroup kills" for each container of the pods with these UIDs, in either cgroup version.
   */
  private static final String PROBE =
      """
      root=/sys/fs/cgroup/memory; [ -d $root ] || root=/sys/fs/cgroup
      for uid in "$@"; do
        for pod in $(find $root -type d -path "*kubepods*" -name "*pod$uid*"); do
          for group in $pod/*/; do
            for events in $group/memory.oom_control $group/memory.events; do
              [ -r $events ] && awk -v group=$group '$1 == "oom_kill" {print group, $2}' $events
            done
          done
        done
      done
      true
      """;

  private final Cluster cluster;
  private final TestNamespace namespace;
  private final String app;
  private final Map<String, Long> byCgroup = new HashMap<>();

  public KernelKills(Cluster cluster, TestNamespace namespace, String app) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.app = app;
  }

  /** All kills seen until now. */
  public long count() {
    String[] uids =
        namespace
            .client()
            .pods()
            .inNamespace(namespace.name())
            .withLabel("app", app)
            .list()
            .getItems()
            .stream()
            .map(pod -> pod.getMetadata().getUid().replace('-', '?'))
            .toArray(String[]::new);
    String[] words = new String[uids.length + 4];
    System.arraycopy(new String[] {"sh", "-c", PROBE, "probe"}, 0, words, 0, 4);
    System.arraycopy(uids, 0, words, 4, uids.length);
    cluster
        .onNode(words)
        .lines()
        .map(line -> line.split(" "))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> byCgroup.merge(parts[0], Long.parseLong(parts[1]), Math::max));
    return byCgroup.values().stream().mapToLong(Long::longValue).sum();
  }
}
