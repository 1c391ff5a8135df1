package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A program beside the server under test, outside its cgroup, that listens on a port. */
final class BackgroundProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private BackgroundProgram(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a program and waits until it listens.
   *
   * @param port that the command makes it listen on
   */
  static BackgroundProgram start(List<String> command, Map<String, String> environment, int port)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("target").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    BackgroundProgram program = new BackgroundProgram(builder.start(), port);
    try {
      Awaitility.await(command.getFirst() + " listens").atMost(PATIENCE).until(program::listens);
      return program;
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  private boolean listens() {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
