package dev.plimsoll.cli.run;

import dev.plimsoll.agent.RunMain;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.PolicyText;
import dev.plimsoll.core.model.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The agent's process that runs and guards a command, by its command line. It has a Java machine of
 * its own, since that one stays beside the application for as long as it lives.
 *
 * @param machine options of its Java machine
 * @param limit of the memory cgroup to make; empty where the command stays in the present one
 * @param report the file that is told what was done
 * @param variables to set for the command
 */
record Handover(
    AgentMachine machine,
    GuardPolicy policy,
    Optional<Bytes> limit,
    Optional<String> report,
    Map<String, String> variables,
    List<String> command) {
  /** The program and its arguments. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    words.addAll(machine.words());
    words.add(RunMain.class.getName());
    words.addAll(List.of("--policy-text", PolicyText.render(policy)));
    limit.ifPresent(bytes -> words.addAll(List.of("--limit-bytes", Long.toString(bytes.count()))));
    report.ifPresent(file -> words.addAll(List.of("--report", file)));
    variables.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
    words.add("--");
    words.addAll(command);
    return words;
  }

  /** A line by which a shell becomes this process. */
  String shellLine() {
    return words().stream().map(Handover::quoted).collect(Collectors.joining(" ", "exec ", "\n"));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
