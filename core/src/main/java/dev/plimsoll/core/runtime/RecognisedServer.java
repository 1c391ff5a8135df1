package dev.plimsoll.core.runtime;

import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;
import java.util.List;

/** The server among a container's processes. */
public sealed interface RecognisedServer {

  /**
   * A master and its workers.
   *
   * @param workers at this moment; none while all are being replaced
   * @param model what signals do to them
   */
  record Serving(ProcessFacts master, List<ProcessFacts> workers, MasterAndWorkers model)
      implements RecognisedServer {
    public Serving {
      workers = List.copyOf(workers);
    }
  }

  /** One process that serves by itself. */
  record Alone(ProcessFacts process) implements RecognisedServer {}

  /**
   * No server of this profile, or none that could be told for certain.
   *
   * @param why what is, and what to do; for people
   */
  record Unrecognised(String why) implements RecognisedServer {}
}
