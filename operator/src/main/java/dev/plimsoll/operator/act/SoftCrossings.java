package dev.plimsoll.operator.act;

import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.operator.meter.PodSample;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Since when each pod of one budget has been above its soft line, as its agent says. */
final class SoftCrossings {
  private final Map<String, Crossing> byPod = new HashMap<>();

  /**
   * One pod's.
   *
   * @param since empty while it is below, or while its agent says nothing
   * @param last when it was last seen above
   */
  record Crossing(Optional<Instant> since, Optional<Instant> last) {
    static final Crossing NONE = new Crossing(Optional.empty(), Optional.empty());

    private Crossing seen(PodSample sample) {
      return sample.phase() == Phase.CALM
          ? new Crossing(Optional.empty(), last)
          : new Crossing(since.or(() -> Optional.of(sample.at())), Optional.of(sample.at()));
    }
  }

  /** Takes in the latest samples; a pod that has gone is forgotten. */
  synchronized void note(List<PodSample> samples, Set<String> podUids) {
    Map<String, PodSample> byUid =
        samples.stream().collect(Collectors.toMap(PodSample::podUid, sample -> sample));
    byPod.keySet().retainAll(podUids);
    for (String pod : podUids) {
      byPod.compute(
          pod,
          (_, known) -> {
            Crossing before = known == null ? Crossing.NONE : known;
            PodSample sample = byUid.get(pod);
            return sample == null
                ? new Crossing(Optional.empty(), before.last())
                : before.seen(sample);
          });
    }
  }

  synchronized Crossing of(String podUid) {
    return byPod.getOrDefault(podUid, Crossing.NONE);
  }
}
