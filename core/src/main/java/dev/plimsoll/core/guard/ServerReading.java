package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.util.List;

/** The server's processes at one moment. */
public sealed interface ServerReading {

  /**
   * A master and its workers.
   *
   * @param masterPrivate the master's own private anonymous memory
   */
  record Serving(ProcessId master, Bytes masterPrivate, List<WorkerReading> workers)
      implements ServerReading {
    public Serving {
      workers = List.copyOf(workers);
    }
  }

  /** One process without workers; nothing can be recycled. */
  record Alone(ProcessId process, Bytes privateBytes) implements ServerReading {}

  /**
   * No server that the policy names is running.
   *
   * @param why for people
   */
  record Unrecognised(String why) implements ServerReading {}
}
