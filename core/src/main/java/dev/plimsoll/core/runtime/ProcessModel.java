package dev.plimsoll.core.runtime;

import java.time.Duration;
import java.util.Optional;

/** How a server spreads over processes, and what signals do to them. */
public sealed interface ProcessModel {

  /**
   * One process holds everything: only a new pod, or a restart of the server, gives memory back.
   */
  record SingleProcess() implements ProcessModel {}

  /**
   * A master starts workers and replaces those that end.
   *
   * @param mark which children of the master are workers
   * @param retire what makes one worker finish its requests and end, so that the master starts a
   *     successor; empty where no signal does so without losing requests
   * @param shed makes the master go on with one worker fewer; empty where nothing does
   * @param grow makes it go on with one more; empty where nothing does
   * @param succession whether a successor starts beside the one it replaces
   * @param onKill what the master does when the kernel kills a worker
   * @param leastAge how old a worker must be for the master to take its end well
   * @param remedy what would make the server able to recycle one worker, where it is not and
   *     something would
   */
  record MasterAndWorkers(
      WorkerMark mark,
      Optional<Signal> retire,
      Optional<Signal> shed,
      Optional<Signal> grow,
      Succession succession,
      OnKill onKill,
      Duration leastAge,
      Optional<String> remedy)
      implements ProcessModel {

    /** A server that recycles, or never can. */
    public MasterAndWorkers(
        WorkerMark mark,
        Optional<Signal> retire,
        Optional<Signal> shed,
        Optional<Signal> grow,
        Succession succession,
        OnKill onKill) {
      this(mark, retire, shed, grow, succession, onKill, Duration.ZERO, Optional.empty());
    }
  }

  /** When a successor starts. */
  enum Succession {
    AFTER_THE_OLD_HAS_ENDED,
    BEFORE_THE_OLD_ENDS
  }

  /** What a master does when one of its workers dies by SIGKILL. */
  enum OnKill {
    STARTS_ANOTHER,
    GOES_ON_WITHOUT,
    STOPS
  }
}
