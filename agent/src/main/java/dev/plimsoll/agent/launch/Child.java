package dev.plimsoll.agent.launch;

import dev.plimsoll.agent.act.KillProgram;
import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A command that runs as a child with this process's own input and output, and whose end is this
 * process's end.
 */
public final class Child {
  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Starts a command.
   *
   * @param environment variables beside this process's own, which they replace
   * @throws IOException where the program is not there or may not be run
   */
  public static Child start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    return new Child(builder.start());
  }

  /**
   * Starts a command to which the signals of this process are handed on from the first moment.
   *
   * @param environment variables beside this process's own, which they replace
   * @throws IOException where the program is not there or may not be run
   */
  public static Child startForwarding(List<String> command, Map<String, String> environment)
      throws IOException {
    SignalForwarding forwarding = SignalForwarding.begin();
    Child child = start(command, environment);
    forwarding.to(child);
    return child;
  }

  /** Its number; also the number of what it becomes by exec. */
  public int pid() {
    return Math.toIntExact(process.pid());
  }

  /** Sends it a signal; does nothing once it has ended. */
  public void signal(Signal signal) {
    if (!process.isAlive()) {
      return;
    }
    switch (signal) {
      case TERM -> process.destroy();
      case KILL -> process.destroyForcibly();
      default -> {
        try {
          KillProgram.send(pid(), signal);
        } catch (IOException e) {
          throw new UncheckedIOException("signals need the program kill on the PATH", e);
        }
      }
    }
  }

  /**
   * Waits for its end.
   *
   * @return its exit status; 128 and the signal's number where a signal ended it
   */
  public int exitStatus() throws InterruptedException {
    return process.waitFor();
  }

  /** Whether it has not ended yet. */
  public boolean isAlive() {
    return process.isAlive();
  }
}
