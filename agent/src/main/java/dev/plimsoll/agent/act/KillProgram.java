package dev.plimsoll.agent.act;

import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;

/**
 * Sends signals that the JDK does not know, by the program of that name: the foreign function API
 * would cost every agent 10 MB of private memory.
 */
public final class KillProgram {
  private KillProgram() {}

  /**
   * Sends a signal.
   *
   * @return whether the process was there and may be signalled
   * @throws IOException where there is no such program
   */
  public static boolean send(int pid, Signal signal) throws IOException {
    Process kill =
        new ProcessBuilder("kill", "-s", signal.name(), Integer.toString(pid))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return kill.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
