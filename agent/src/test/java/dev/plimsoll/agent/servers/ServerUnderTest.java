package dev.plimsoll.agent.servers;

import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real server with a small application: one row of the table in docs/runtimes.md. To add a row,
 * implement this in one test class that gives itself to {@link ServerTrial#run}: {@code *Test}
 * where it is quick and from PyPI, {@code *IT} otherwise; then copy the row from the module's
 * {@code target/runtimes.md}. What the server must do stands in its profile, not here.
 *
 * <p>Its application answers {@code /}, {@code /sleep?seconds=1} and {@code /keep?mb=100}, which
 * keeps memory for good, with the number of its process.
 */
public interface ServerUnderTest {

  /** The name in {@code spec.runtime.type}. */
  String profile();

  /** What tells the row from others of the profile, such as a worker class; may be empty. */
  default String variant() {
    return "";
  }

  /** What is not installed and how to get it, where something is not. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** The version that is installed. */
  String version() throws IOException;

  /** How many workers it is asked for; 1 where it is one process. */
  int workers();

  /** The container's limit, which it must fit under when it is idle. */
  default Bytes limit() {
    return Bytes.ofMebi(256);
  }

  /**
   * How to start it.
   *
   * @param port to listen on, which is free
   * @param scratch an empty directory of its own
   */
  Launch launch(int port, Path scratch) throws IOException;

  /** How to ask it. */
  default Requests requests(int port) {
    return new HttpRequests(port);
  }
}
