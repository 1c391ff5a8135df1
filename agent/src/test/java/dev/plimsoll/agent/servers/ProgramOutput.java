package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a program writes until it ends. */
final class ProgramOutput {
  private ProgramOutput() {}

  /**
   * Runs a program.
   *
   * @param environment all the variables that it sees beside PATH
   * @throws IOException where it is not installed, or ends with another status than 0
   */
  static String of(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException(command.getFirst() + " ended with " + status + ": " + output);
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
