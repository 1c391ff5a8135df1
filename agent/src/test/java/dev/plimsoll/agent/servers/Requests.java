package dev.plimsoll.agent.servers;

import java.io.IOException;

/** What a test asks of a server under test, by the path that its application knows. */
@FunctionalInterface
public interface Requests {

  /**
   * Asks once, over a connection of its own.
   *
   * @return the number of the process that answered
   * @throws IOException where no answer came, or another than 200
   */
  long answeredBy(String path) throws IOException;
}
