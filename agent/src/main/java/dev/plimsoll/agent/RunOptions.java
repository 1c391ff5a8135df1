package dev.plimsoll.agent;

import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.PolicyText;
import dev.plimsoll.core.model.Bytes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be run, as the command {@code plimsoll run} hands it over.
 *
 * @param policy how to guard it
 * @param limit of the memory cgroup to make for it; empty where it stays in the present one
 * @param report the file that is told what was done
 * @param variables to set for it
 * @param command the program and its arguments
 */
record RunOptions(
    GuardPolicy policy,
    Optional<Bytes> limit,
    Optional<Path> report,
    Map<String, String> variables,
    List<String> command) {

  /** What reading a command line comes to. */
  sealed interface Outcome {
    record Valid(RunOptions options) implements Outcome {}

    record Refused(String message) implements Outcome {}
  }

  static Outcome parse(List<String> arguments, PolicyText.Place place) {
    String policy = "";
    Optional<Bytes> limit = Optional.empty();
    Optional<Path> report = Optional.empty();
    Map<String, String> variables = new LinkedHashMap<>();
    int end = arguments.indexOf("--");
    if (end < 0 || end + 1 == arguments.size() || end % 2 != 0) {
      return new Outcome.Refused("-- COMMAND is missing or an option lacks its value");
    }
    for (int at = 0; at < end; at += 2) {
      String value = arguments.get(at + 1);
      switch (arguments.get(at)) {
        case "--policy-text" -> policy = value;
        case "--limit-bytes" -> limit = Optional.of(new Bytes(Long.parseLong(value)));
        case "--report" -> report = Optional.of(Path.of(value));
        case "--set" -> {
          int equals = value.indexOf('=');
          variables.put(value.substring(0, equals), value.substring(equals + 1));
        }
        default -> {
          return new Outcome.Refused(arguments.get(at) + " is unknown");
        }
      }
    }
    List<String> command = arguments.subList(end + 1, arguments.size());
    return switch (PolicyText.parse(policy, place)) {
      case PolicyText.Outcome.Valid(GuardPolicy valid) ->
          new Outcome.Valid(new RunOptions(valid, limit, report, variables, command));
      case PolicyText.Outcome.Refused(String message) -> new Outcome.Refused(message);
    };
  }
}
