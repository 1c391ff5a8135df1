package dev.plimsoll.agent.servers;

import java.nio.file.Path;

/** The small applications that the servers under test run. */
final class Applications {

  /** The folder they are in. */
  static final Path FOLDER = Path.of("src/test/resources/servers").toAbsolutePath();

  private Applications() {}
}
