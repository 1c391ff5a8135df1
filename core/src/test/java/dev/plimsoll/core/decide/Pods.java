package dev.plimsoll.core.decide;

import dev.plimsoll.core.decide.PodPressure.Ask;
import dev.plimsoll.core.decide.PodPressure.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Pods under pressure, for tests. */
final class Pods {
  private Pods() {}

  static PodPressure calm(String name) {
    return new PodPressure(
        name,
        Presence.READY,
        Set.of(),
        OptionalInt.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  static PodPressure killed(String name, Instant... times) {
    return new PodPressure(
        name,
        Presence.READY,
        Set.of(),
        OptionalInt.empty(),
        List.of(times),
        Optional.empty(),
        Optional.empty());
  }

  static PodPressure aboveSoft(String name, Instant since, Instant now) {
    return new PodPressure(
        name,
        Presence.READY,
        Set.of(),
        OptionalInt.empty(),
        List.of(),
        Optional.of(since),
        Optional.of(now));
  }

  static PodPressure bound(String name, int workers) {
    return new PodPressure(
        name,
        Presence.READY,
        Set.of(Ask.SMALLER_PLAN),
        OptionalInt.of(workers),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  static PodPressure asking(String name, Ask ask) {
    return asking(name, ask, Presence.READY);
  }

  static PodPressure asking(String name, Ask ask, Presence presence) {
    return new PodPressure(
        name,
        presence,
        Set.of(ask),
        OptionalInt.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  static PodPressure with(PodPressure pod, Presence presence) {
    return new PodPressure(
        pod.pod(),
        presence,
        pod.asks(),
        pod.workerBound(),
        pod.oomEpisodes(),
        pod.aboveSoftSince(),
        pod.lastAboveSoft());
  }
}
