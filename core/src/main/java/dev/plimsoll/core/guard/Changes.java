package dev.plimsoll.core.guard;

import java.util.List;

/**
 * What happened between two readings.
 *
 * @param gone workers that are no longer there
 * @param born workers that were not there
 * @param kernelKills processes of the container killed by the kernel for memory
 */
record Changes(List<WorkerTrack> gone, List<WorkerTrack> born, long kernelKills) {

  static Changes between(Crew before, Crew after, long kernelKills) {
    return new Changes(before.goneIn(after), after.goneIn(before), kernelKills);
  }

  boolean lost(ProcessId id) {
    return gone.stream().anyMatch(worker -> worker.id().equals(id));
  }

  boolean isEmpty() {
    return gone.isEmpty() && born.isEmpty();
  }

  /**
   * Of the kernel's kills those that met a worker in its boot: each that no grown worker's end
   * accounts for, while workers came or went. A worker may be born and killed between two readings.
   */
  long youngKills() {
    if (isEmpty()) {
      return 0;
    }
    long grown = gone.stream().filter(worker -> !worker.isBooting()).count();
    return Math.max(0, kernelKills - grown);
  }
}
