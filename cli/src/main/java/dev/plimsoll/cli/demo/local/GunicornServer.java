package dev.plimsoll.cli.demo.local;

import dev.plimsoll.cli.program.Program;
import dev.plimsoll.cli.workload.GunicornApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A gunicorn that runs; closing ends it. */
final class GunicornServer implements AutoCloseable {
  private static final Duration BOOT = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final GunicornApp app;
  private final Process process;

  private GunicornServer(GunicornApp app, Process process) {
    this.app = app;
    this.process = process;
  }

  /**
   * Starts it and waits until all of its workers are there.
   *
   * @param words the program that becomes the server, or that guards it
   * @param environment beside the inherited one
   * @throws Program.Failed where it does not come up
   */
  static GunicornServer start(
      GunicornApp app, List<String> words, Map<String, String> environment, int workers)
      throws InterruptedException {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(app.folder().resolve("output.log").toFile());
      builder.environment().putAll(environment);
      builder.environment().putAll(app.environment());
      GunicornServer server = new GunicornServer(app, builder.start());
      server.awaitWorkers(workers);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitWorkers(int workers) throws InterruptedException {
    long deadline = System.nanoTime() + BOOT.toNanos();
    while (app.master().isEmpty() || new WorkerCount(master()).now() < workers) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new Program.Failed("gunicorn did not start:\n" + said());
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      if (Thread.interrupted()) {
        close();
        throw new InterruptedException("interrupted while gunicorn started");
      }
    }
  }

  /** The number of gunicorn's master process. */
  long master() {
    return app.master().orElseThrow();
  }

  InetSocketAddress address() {
    return app.address().orElseThrow();
  }

  private String said() {
    StringBuilder said = new StringBuilder();
    for (Path file : List.of(app.folder().resolve("output.log"), app.log())) {
      try {
        said.append(Files.exists(file) ? Files.readString(file) : "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return said.toString();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
