package dev.plimsoll.operator.act;

import dev.plimsoll.core.decide.KillCount;
import dev.plimsoll.core.decide.KillTotals;
import dev.plimsoll.core.decide.OomEpisodes;
import dev.plimsoll.operator.act.KillLedger.Counted;
import dev.plimsoll.operator.meter.ContainerKills;
import dev.plimsoll.operator.meter.PodSample;
import dev.plimsoll.operator.observe.OomKill;
import dev.plimsoll.operator.observe.OomKill.Sign;
import dev.plimsoll.operator.observe.PodCache;
import dev.plimsoll.operator.observe.Revision;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The OOM kills of one budget's pods. */
final class KillBook {
  private static final int KEY_LENGTH = 12;

  /** What a revision did is compared for so long after its pods are gone. */
  private static final Duration TALLIES_KEPT = Duration.ofHours(1);

  /** No brake looks back further. */
  private static final Duration EPISODES_KEPT = Duration.ofDays(1);

  private final Map<String, Tally> tallies = new HashMap<>();
  private KillTotals totals;
  private Optional<Instant> last;
  private OomEpisodes episodes = OomEpisodes.NONE;

  /** One pod, from its start to the last look at it. */
  private record Tally(String revision, Instant from, Instant to) {}

  /** Goes on from what a status says. */
  KillBook(Counted before, Instant now) {
    totals = before.totals();
    last = before.last();
    totals.seen().forEach(seen -> tallies.put(seen.pod(), new Tally("", now, now)));
  }

  synchronized Counted note(KillEvidence evidence, Instant now) {
    for (Pod pod : evidence.pods()) {
      tallies.put(uid(pod), new Tally(Revision.of(pod), created(pod), now));
      Optional<PodSample> sample = evidence.metering().sampleOf(uid(pod));
      sample.ifPresent(told -> note(told, pod, evidence.container()));
      noteEnds(pod, evidence);
    }
    tallies.values().removeIf(tally -> tally.to().isBefore(now.minus(TALLIES_KEPT)));
    totals = totals.keeping(tallies.keySet());
    episodes = episodes.since(now.minus(EPISODES_KEPT));
    return new Counted(totals, last);
  }

  /** Earlier starts come first, as they were first told of. */
  private void note(PodSample sample, Pod pod, String container) {
    long before = totals.total();
    for (ContainerKills start : sample.containers().reversed()) {
      String id =
          start.container().isEmpty()
              ? OomKill.currentStart(pod, container).orElse("")
              : start.container();
      totals = totals.with(uid(pod), key(id), start.oomKills());
    }
    sample.oomEpisodes().forEach(time -> episode(uid(pod), time));
    if (sample.oomEpisodes().isEmpty() && totals.total() > before) {
      episode(uid(pod), sample.at());
    }
  }

  private void episode(String pod, Instant time) {
    episodes = episodes.with(pod, time);
    last = last.filter(known -> !known.isBefore(time)).or(() -> Optional.of(time));
  }

  /**
   * A container that ended by an OOM kill had one at least. The runtime's word may be about a child
   * that was killed long before the end, so where the agent has counted that, nothing is added; and
   * where there is an agent, a signal 9 alone is not taken for an OOM kill.
   */
  private void noteEnds(Pod pod, KillEvidence evidence) {
    boolean carriesAgent =
        pod.getSpec().getInitContainers().stream()
            .anyMatch(each -> PodCache.AGENT.equals(each.getName()));
    List<OomKill> ends =
        OomKill.of(pod, evidence.container()).stream()
            .filter(end -> end.sign() == Sign.REASON || !carriesAgent)
            .filter(end -> totals.of(uid(pod), key(end.container())) == 0)
            .toList();
    for (OomKill end : ends) {
      episodes = episodes.with(uid(pod), end.at());
      if (!end.at().isBefore(evidence.since())) {
        totals = totals.with(uid(pod), key(end.container()), 1);
        episode(uid(pod), end.at());
      }
    }
  }

  /** Enough of a start's id to tell it from the others of its pod. */
  private static String key(String container) {
    return container.substring(0, Math.min(container.length(), KEY_LENGTH));
  }

  private static String uid(Pod pod) {
    return pod.getMetadata().getUid();
  }

  private static Instant created(Pod pod) {
    return Instant.parse(pod.getMetadata().getCreationTimestamp());
  }

  synchronized OomEpisodes episodes() {
    return episodes;
  }

  /** The episodes of the pods of some revisions. */
  synchronized KillCount count(Predicate<String> revisions) {
    Map<String, Tally> counted =
        tallies.entrySet().stream()
            .filter(entry -> revisions.test(entry.getValue().revision()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new KillCount(
        episodes.of(counted.keySet()).total(),
        counted.values().stream()
            .map(tally -> Duration.between(tally.from(), tally.to()))
            .reduce(Duration.ZERO, Duration::plus));
  }
}
