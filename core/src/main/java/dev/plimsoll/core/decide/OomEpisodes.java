package dev.plimsoll.core.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When processes of each pod were killed for memory, by episodes: the kills of one container that
 * follow each other within two seconds are one, since the kernel often needs several to relieve one
 * shortage.
 *
 * @param byPod the beginnings of the episodes of each pod that has any, by its UID, oldest first
 */
public record OomEpisodes(Map<String, List<Instant>> byPod) {
  /** Kills no further apart belong to one episode. */
  public static final Duration GAP = Duration.ofSeconds(2);

  public static final OomEpisodes NONE = new OomEpisodes(Map.of());

  public OomEpisodes {
    byPod =
        byPod.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
  }

  /** The same and one kill, which may belong to an episode that is known. */
  public OomEpisodes with(String pod, Instant kill) {
    List<Instant> known = byPod.getOrDefault(pod, List.of());
    boolean isKnown =
        known.stream().anyMatch(begin -> Duration.between(begin, kill).abs().compareTo(GAP) <= 0);
    if (isKnown) {
      return this;
    }
    Map<String, List<Instant>> next = new HashMap<>(byPod);
    next.put(pod, Stream.concat(known.stream(), Stream.of(kill)).sorted().toList());
    return new OomEpisodes(next);
  }

  /** Those that began at this time or later. */
  public OomEpisodes since(Instant from) {
    Map<String, List<Instant>> recent = new HashMap<>();
    byPod.forEach(
        (pod, times) -> {
          List<Instant> kept = times.stream().filter(time -> !time.isBefore(from)).toList();
          if (!kept.isEmpty()) {
            recent.put(pod, kept);
          }
        });
    return new OomEpisodes(recent);
  }

  /** Those of these pods. */
  public OomEpisodes of(Set<String> pods) {
    return new OomEpisodes(
        byPod.entrySet().stream()
            .filter(entry -> pods.contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** All of them. */
  public int total() {
    return byPod.values().stream().mapToInt(List::size).sum();
  }

  /** How many the pod that has most has had. */
  public int mostOfOnePod() {
    return byPod.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** How many pods have had one. */
  public int pods() {
    return byPod.size();
  }
}
