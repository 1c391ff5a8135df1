package dev.plimsoll.agent.servers;

import java.util.List;
import java.util.Map;

/**
 * How a server is started.
 *
 * @param environment variables beside the test's own, which they replace
 */
public record Launch(List<String> command, Map<String, String> environment) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
