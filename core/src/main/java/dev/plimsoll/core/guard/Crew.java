package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The workers that were there at the last reading, oldest first.
 *
 * @param master empty before a server was seen
 */
record Crew(Optional<ProcessId> master, List<WorkerTrack> workers) {
  Crew {
    workers = List.copyOf(workers);
  }

  static Crew unseen() {
    return new Crew(Optional.empty(), List.of());
  }

  /** The crew as it is now, with the history of those that are still there. */
  Crew with(Duration at, ServerReading.Serving serving, Bytes limit) {
    List<WorkerTrack> tracks = new ArrayList<>();
    for (WorkerReading reading : serving.workers()) {
      tracks.add(
          find(reading.id())
              .map(track -> track.with(at, reading, limit))
              .orElseGet(() -> WorkerTrack.first(at, reading)));
    }
    tracks.sort((one, other) -> one.bornAt().compareTo(other.bornAt()));
    return new Crew(Optional.of(serving.master()), tracks);
  }

  Optional<WorkerTrack> find(ProcessId id) {
    return workers.stream().filter(worker -> worker.id().equals(id)).findFirst();
  }

  boolean has(ProcessId id) {
    return find(id).isPresent();
  }

  int size() {
    return workers.size();
  }

  Bytes privateBytes() {
    return workers.stream().map(WorkerTrack::privateBytes).reduce(Bytes.ZERO, Bytes::plus);
  }

  /** Those of this crew that a later one no longer has. */
  List<WorkerTrack> goneIn(Crew later) {
    return workers.stream().filter(worker -> !later.has(worker.id())).toList();
  }

  /** Whether this is another server than that of a crew before: a new master. */
  boolean isAnotherServerThan(Crew before) {
    return before.master.isPresent() && !before.master.equals(master);
  }
}
