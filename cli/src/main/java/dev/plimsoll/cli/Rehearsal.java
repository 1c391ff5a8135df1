package dev.plimsoll.cli;

import dev.plimsoll.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * What the launcher runs once after a build: every command that people wait for, so that the JVM
 * can note in its cache which classes they load.
 */
final class Rehearsal {
  private static final String BUDGET =
      """
      apiVersion: plimsoll.dev/v1alpha1
      kind: MemoryBudget
      metadata: {name: rehearsal}
      spec:
        targetRef: {apiVersion: apps/v1, kind: Deployment, name: rehearsal}
        container: app
        memory: {limit: 512Mi, reserve: 20%, perUser: 33Mi}
        runtime: {type: gunicorn, arguments: {max-requests: "500"}}
        rollout: {cooldown: 15m, windows: ["Mon-Fri 08:00-18:00 Europe/Berlin"]}
        knobs:
          - {name: workers, memory: 95Mi, max: 4, cpu: {perCore: 1, plus: 1}}
          - {name: pool, env: DB_POOL_MAX, per: workers, memory: 30Mi, max: 10}
      """;

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("plan", "-f", "-"),
          List.of("plan", "-f", "-", "--limit", "2Gi", "--cpus", "2"),
          List.of("plan", "-f", "-", "-o", "json"),
          List.of("plan", "-f", "-", "-o", "yaml"),
          List.of("plan", "-f", "-", "--limit", "64Mi"),
          List.of("plan", "--help"),
          List.of("export", "-f", "-", "-o", "kustomize"),
          List.of("export", "-f", "-", "-o", "helm"),
          List.of("export", "-f", "-", "-o", "env"),
          List.of("--help"));

  private Rehearsal() {}

  public static void main(String[] arguments) {
    for (List<String> command : COMMANDS) {
      CommandLine line =
          Plimsoll.commandLine(
              Terminal.NONE,
              new ByteArrayInputStream(BUDGET.getBytes(StandardCharsets.UTF_8)),
              Map.of());
      line.setOut(new PrintWriter(Writer.nullWriter()));
      line.setErr(new PrintWriter(Writer.nullWriter()));
      line.execute(command.toArray(String[]::new));
    }
  }
}
