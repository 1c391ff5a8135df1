package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A Redis of the test's own, outside the cgroup of the server under test; keeps nothing on disk.
 */
final class RedisServer implements AutoCloseable {
  static final DebianPackage PACKAGE = new DebianPackage("redis-server");

  private final BackgroundProgram program;

  private RedisServer(BackgroundProgram program) {
    this.program = program;
  }

  static RedisServer start() throws IOException {
    int port = FreePort.choose();
    List<String> command =
        List.of("redis-server", "--bind", "127.0.0.1", "--port", "" + port, "--save", "");
    return new RedisServer(BackgroundProgram.start(command, Map.of(), port));
  }

  int port() {
    return program.port();
  }

  @Override
  public void close() {
    program.close();
  }
}
