package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the container held at the last reading with the victim in it.
 *
 * @param expected what the victim held above a fresh worker
 * @param unreclaimable the container's
 * @param others private memory of the other workers
 */
record Relief(Bytes expected, Bytes unreclaimable, Map<ProcessId, Bytes> others) {
  Relief {
    others = Map.copyOf(others);
  }

  /** Nothing is expected where the size of a fresh worker was not known. */
  static Optional<Relief> from(Seen before, ProcessId victim) {
    return before.crew().find(victim).map(track -> from(before, track));
  }

  private static Relief from(Seen before, WorkerTrack victim) {
    Bytes fresh = before.learned().freshSize().orElse(victim.privateBytes());
    Map<ProcessId, Bytes> others =
        before.crew().workers().stream()
            .filter(worker -> !worker.id().equals(victim.id()))
            .collect(Collectors.toMap(WorkerTrack::id, WorkerTrack::privateBytes));
    Bytes expected = victim.privateBytes().minusOrZero(fresh);
    return new Relief(expected, before.unreclaimable(), others);
  }

  /** The difference to now, what the others have taken or given back since left out. */
  FutilityBrake.Recycled recycled(Seen now) {
    long othersTook =
        now.crew().workers().stream()
            .filter(worker -> others.containsKey(worker.id()))
            .mapToLong(worker -> worker.privateBytes().count() - others.get(worker.id()).count())
            .sum();
    long freed = unreclaimable.count() - now.unreclaimable().count() + othersTook;
    return new FutilityBrake.Recycled(expected, new Bytes(Math.max(0, freed)));
  }
}
