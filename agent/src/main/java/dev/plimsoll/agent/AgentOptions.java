package dev.plimsoll.agent;

import java.nio.file.Path;

/**
 * What the agent is told on its command line.
 *
 * @param policy the file that says how to guard; it may appear later
 * @param container the container to guard
 * @param port on which samples are served; 0 takes a free one
 * @param training whether it only rehearses everything once, for the class cache
 */
record AgentOptions(Path policy, String container, int port, boolean training) {
  private static final int PORT = 9797;
  private static final int HIGHEST_PORT = 65_535;

  /** What reading a command line comes to. */
  sealed interface Outcome {
    record Valid(AgentOptions options) implements Outcome {}

    record Refused(String message) implements Outcome {}
  }

  static Outcome parse(String[] arguments) {
    Path policy = Path.of("/etc/plimsoll/policy.properties");
    String container = "";
    int port = PORT;
    boolean training = false;
    int at = 0;
    while (at < arguments.length) {
      String option = arguments[at++];
      if (option.equals("--train")) {
        training = true;
        continue;
      }
      if (at == arguments.length) {
        return new Outcome.Refused(option + " is unknown or lacks its value: " + usage());
      }
      String value = arguments[at++];
      switch (option) {
        case "--policy" -> policy = Path.of(value);
        case "--container" -> container = value;
        case "--port" -> {
          port = number(value);
          if (port < 0) {
            return new Outcome.Refused(
                "--port '" + value + "' is no port: give a number from 0 to " + HIGHEST_PORT);
          }
        }
        default -> {
          return new Outcome.Refused(option + " is unknown: " + usage());
        }
      }
    }
    return container.isEmpty() && !training
        ? new Outcome.Refused("--container is missing, the one to guard: " + usage())
        : new Outcome.Valid(new AgentOptions(policy, container, port, training));
  }

  private static String usage() {
    return "say agent --container NAME [--policy FILE] [--port " + PORT + "]";
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      return number <= HIGHEST_PORT ? number : -1;
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
