package dev.plimsoll.operator.act;

import dev.plimsoll.core.decide.KillCount;
import dev.plimsoll.operator.observe.OomKill;
import dev.plimsoll.operator.observe.Revision;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The OOM kills of each budget's pods, each counted once though a pod's status shows it for long,
 * and kept for an hour after the pod. Kills from before the operator's start are known but not new.
 */
public final class KillLedger {
  private static final Duration KEPT = Duration.ofHours(1);

  private final Instant start;
  private final Map<String, Book> books = new ConcurrentHashMap<>();

  /**
   * Opens an empty ledger.
   *
   * @param start when the operator started
   */
  public KillLedger(Instant start) {
    this.start = start;
  }

  /**
   * Writes down what a budget's pods show.
   *
   * @param budget its UID
   * @return how many kills were not known before
   */
  public int note(String budget, List<Pod> pods, String container, Instant now) {
    return books.computeIfAbsent(budget, _ -> new Book()).note(pods, container, now, start);
  }

  /** The kills of all pods. */
  public int of(String budget) {
    return count(budget, _ -> true).kills();
  }

  /** The kills of one revision's pods. */
  public KillCount of(String budget, String revision) {
    return count(budget, tally -> tally.revision.equals(revision));
  }

  /** The kills of all other revisions' pods. */
  public KillCount besides(String budget, String revision) {
    return count(budget, tally -> !tally.revision.equals(revision));
  }

  private KillCount count(String budget, Predicate<Tally> which) {
    Book book = books.get(budget);
    return book == null ? new KillCount(0, Duration.ZERO) : book.count(which);
  }

  /** Lets go of a budget that is gone. */
  public void forget(String budget) {
    books.remove(budget);
  }

  /** What one pod has shown, from its start to the last look at it. */
  private record Tally(String revision, Instant from, Instant to, Set<OomKill> kills) {}

  private static final class Book {
    private final Map<String, Tally> tallies = new HashMap<>();

    synchronized int note(List<Pod> pods, String container, Instant now, Instant start) {
      tallies.values().removeIf(tally -> tally.to.isBefore(now.minus(KEPT)));
      return pods.stream().mapToInt(pod -> note(pod, container, now, start)).sum();
    }

    private int note(Pod pod, String container, Instant now, Instant start) {
      Tally before = tallies.get(pod.getMetadata().getUid());
      Set<OomKill> known = before == null ? Set.of() : before.kills;
      Set<OomKill> kills = new HashSet<>(known);
      int fresh = 0;
      for (OomKill kill : OomKill.of(pod, container)) {
        if (kills.add(kill) && !kill.at().isBefore(start)) {
          fresh++;
        }
      }
      tallies.put(
          pod.getMetadata().getUid(),
          new Tally(Revision.of(pod), created(pod), now, Set.copyOf(kills)));
      return fresh;
    }

    private static Instant created(Pod pod) {
      return Instant.parse(pod.getMetadata().getCreationTimestamp());
    }

    synchronized KillCount count(Predicate<Tally> which) {
      List<Tally> counted = tallies.values().stream().filter(which).toList();
      return new KillCount(
          counted.stream().mapToInt(tally -> tally.kills.size()).sum(),
          counted.stream()
              .map(tally -> Duration.between(tally.from, tally.to))
              .reduce(Duration.ZERO, Duration::plus));
    }
  }
}
