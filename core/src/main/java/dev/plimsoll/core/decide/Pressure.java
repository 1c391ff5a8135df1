package dev.plimsoll.core.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a workload's pods have been through together. */
public final class Pressure {

  private Pressure() {}

  /** When any of them was last killed for memory or above its soft line. */
  public static Optional<Instant> lastTrouble(List<PodPressure> pods) {
    return pods.stream()
        .flatMap(pod -> Stream.concat(pod.oomEpisodes().stream(), pod.lastAboveSoft().stream()))
        .max(Comparator.naturalOrder());
  }

  /**
   * When half of them will have been above their soft lines for so long, if it goes on; empty while
   * fewer are.
   */
  public static Optional<Instant> sustainedAt(List<PodPressure> pods, Duration span) {
    List<PodPressure> staying = PodPressure.staying(pods);
    List<Instant> above =
        staying.stream().flatMap(pod -> pod.aboveSoftSince().stream()).sorted().toList();
    int half = Math.ceilDiv(staying.size(), 2);
    return above.isEmpty() || above.size() < half
        ? Optional.empty()
        : Optional.of(above.get(half - 1).plus(span));
  }
}
