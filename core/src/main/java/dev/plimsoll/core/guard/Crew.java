package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workers that were there at the last reading.
 *
 * @param master empty before a server was seen
 * @param workers oldest first
 * @param byId the same
 */
record Crew(
    Optional<ProcessId> master, List<WorkerTrack> workers, Map<ProcessId, WorkerTrack> byId) {
  private static final Comparator<WorkerTrack> OLDEST_FIRST =
      Comparator.comparing(WorkerTrack::bornAt);

  static Crew unseen() {
    return new Crew(Optional.empty(), List.of(), Map.of());
  }

  static Crew of(ProcessId master, List<WorkerTrack> tracks) {
    List<WorkerTrack> workers = new ArrayList<>(tracks);
    workers.sort(OLDEST_FIRST);
    Map<ProcessId, WorkerTrack> byId = HashMap.newHashMap(workers.size());
    for (WorkerTrack worker : workers) {
      byId.put(worker.id(), worker);
    }
    return new Crew(Optional.of(master), List.copyOf(workers), byId);
  }

  /** The crew as it is now, with the history of those that are still there. */
  Crew with(Duration at, ServerReading.Serving serving, Bytes limit, Learned learned) {
    List<WorkerTrack> tracks = new ArrayList<>(serving.workers().size());
    for (WorkerReading reading : serving.workers()) {
      tracks.add(
          find(reading.id())
              .map(track -> track.with(at, reading, limit, learned))
              .orElseGet(() -> WorkerTrack.first(at, reading)));
    }
    return of(serving.master(), tracks);
  }

  Optional<WorkerTrack> find(ProcessId id) {
    return Optional.ofNullable(byId.get(id));
  }

  int size() {
    return workers.size();
  }

  Bytes privateBytes() {
    Bytes sum = Bytes.ZERO;
    for (WorkerTrack worker : workers) {
      sum = sum.plus(worker.privateBytes());
    }
    return sum;
  }

  /** Those of this crew that a later one no longer has. */
  List<WorkerTrack> goneIn(Crew later) {
    List<WorkerTrack> gone = new ArrayList<>();
    for (WorkerTrack worker : workers) {
      if (!later.byId.containsKey(worker.id())) {
        gone.add(worker);
      }
    }
    return List.copyOf(gone);
  }

  /** Whether this is another server than that of a crew before: a new master. */
  boolean isAnotherServerThan(Crew before) {
    return before.master.isPresent() && !before.master.equals(master);
  }
}
