package dev.plimsoll.agent.act;

import dev.plimsoll.core.guard.ProcessId;
import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Sends signals to processes, and never to a later process of the same number. */
public final class Signals {
  private static final int START_TIME = 19;

  /** What sending comes to. */
  public sealed interface Outcome {

    /** It was sent. */
    record Sent() implements Outcome {}

    /** The process has ended before. */
    record Gone() implements Outcome {}

    /**
     * It could not be sent.
     *
     * @param why what is in the way and what to do
     */
    record Refused(String why) implements Outcome {}
  }

  /** Sends a signal to exactly this process. */
  public Outcome send(ProcessId process, Signal signal) {
    if (!isThere(process)) {
      return new Outcome.Gone();
    }
    try {
      boolean sent =
          switch (signal) {
            case TERM -> handle(process).map(ProcessHandle::destroy).orElse(false);
            case KILL -> handle(process).map(ProcessHandle::destroyForcibly).orElse(false);
            default -> KillProgram.send(process.pid(), signal);
          };
      if (sent) {
        return new Outcome.Sent();
      }
      return isThere(process)
          ? new Outcome.Refused(
              signal
                  + " to process "
                  + process.pid()
                  + " is not permitted: run the agent as the application's user")
          : new Outcome.Gone();
    } catch (IOException e) {
      return new Outcome.Refused(
          signal + " needs the program kill in the agent's image (" + e.getMessage() + ")");
    }
  }

  private static Optional<ProcessHandle> handle(ProcessId process) {
    return ProcessHandle.of(process.pid());
  }

  private static boolean isThere(ProcessId process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Long.parseLong(words[START_TIME]) == process.startTicks();
    } catch (IOException _) {
      return false;
    }
  }
}
