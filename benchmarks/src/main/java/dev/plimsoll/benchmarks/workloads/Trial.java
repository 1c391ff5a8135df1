package dev.plimsoll.benchmarks.workloads;

import dev.plimsoll.cli.load.LoadTally;
import java.time.Duration;

/**
 * What one run came to.
 *
 * @param kills by the kernel
 * @param quietAfter from the server's start to its last kill
 * @param boots of workers, the first ones included
 */
record Trial(Care care, LoadTally load, int kills, Duration quietAfter, int boots) {

  /** Requests without an answer that is of use. */
  int failed() {
    return load.offered() - load.completed();
  }

  double workBeside(Trial other) {
    return (double) load.completed() / Math.max(1, other.load.completed());
  }
}
