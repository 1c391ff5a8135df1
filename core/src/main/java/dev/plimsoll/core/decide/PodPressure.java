package dev.plimsoll.core.decide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How one pod stands with its memory, as far as the ladder needs to know.
 *
 * @param pod its name
 * @param asks what its guard cannot do by itself; none where no guard runs
 * @param workerBound the most workers that survive there, where fewer than planned were found to
 * @param oomEpisodes when it was killed for want of memory, an episode counted once
 * @param aboveSoftSince since when it has been above its soft line without a break; empty while it
 *     is below
 * @param lastAboveSoft when it was last seen above its soft line
 */
public record PodPressure(
    String pod,
    Presence presence,
    Set<Ask> asks,
    OptionalInt workerBound,
    List<Instant> oomEpisodes,
    Optional<Instant> aboveSoftSince,
    Optional<Instant> lastAboveSoft) {

  /** Whether a pod serves. */
  public enum Presence {
    READY,
    NOT_READY,
    /** It is being deleted. */
    GOING
  }

  /** What a guard in a pod asks of the operator. */
  public enum Ask {
    SMALLER_PLAN,
    NEW_POD
  }

  public PodPressure {
    asks = Set.copyOf(asks);
    oomEpisodes = List.copyOf(oomEpisodes);
  }

  /** Those that stay. */
  static List<PodPressure> staying(List<PodPressure> pods) {
    return pods.stream().filter(pod -> pod.presence != Presence.GOING).toList();
  }

  /** How many episodes lie within a span that ends now. */
  long episodesSince(Instant start) {
    return oomEpisodes.stream().filter(episode -> episode.isAfter(start)).count();
  }

  boolean asksFor(Ask ask) {
    return asks.contains(ask);
  }
}
