package dev.plimsoll.core.decide;

import dev.plimsoll.core.model.BrakeTerms;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells when OOM kills have become a cascade that only the smallest plan ends: as many episodes on
 * one pod as the budget says, or, from three pods up, one on half of them.
 */
public final class OomBrake {
  private static final int PODS_THAT_TELL = 3;

  private OomBrake() {}

  /** Why to brake now, for people; empty where there is no cascade. */
  public static Optional<String> alarm(List<PodPressure> pods, BrakeTerms terms, Instant now) {
    List<PodPressure> staying = PodPressure.staying(pods);
    Instant start = now.minus(terms.within());
    return onOnePod(staying, terms, start).or(() -> onHalf(staying, terms, start));
  }

  private static Optional<String> onOnePod(
      List<PodPressure> pods, BrakeTerms terms, Instant start) {
    return pods.stream()
        .filter(pod -> pod.episodesSince(start) >= terms.oomKills())
        .max(Comparator.comparingLong(pod -> pod.episodesSince(start)))
        .map(
            pod ->
                "pod %s was OOM-killed %d times within %d s"
                    .formatted(pod.pod(), pod.episodesSince(start), terms.within().toSeconds()));
  }

  private static Optional<String> onHalf(List<PodPressure> pods, BrakeTerms terms, Instant start) {
    long killed = pods.stream().filter(pod -> pod.episodesSince(start) > 0).count();
    return pods.size() >= PODS_THAT_TELL && 2 * killed >= pods.size()
        ? Optional.of(
            "%d of %d pods were OOM-killed within %d s"
                .formatted(killed, pods.size(), terms.within().toSeconds()))
        : Optional.empty();
  }

  /** Whether no pod was killed within the span in which kills are counted. */
  public static boolean isCalm(List<PodPressure> pods, BrakeTerms terms, Instant now) {
    return pods.stream().allMatch(pod -> pod.episodesSince(now.minus(terms.within())) == 0);
  }
}
