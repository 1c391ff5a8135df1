package dev.plimsoll.cli.run;

import dev.plimsoll.agent.RunMain;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.PolicyText;
import dev.plimsoll.core.model.Bytes;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The agent's process that runs and guards a command, by its command line. It has a Java machine of
 * its own, since that one stays beside the application for as long as it lives.
 *
 * @param limit of the memory cgroup to make; empty where the command stays in the present one
 * @param report the file that is told what was done
 * @param variables to set for the command
 */
record Handover(
    GuardPolicy policy,
    Optional<Bytes> limit,
    Optional<String> report,
    Map<String, String> variables,
    List<String> command) {
  /** The smallest that guards without a pause: serial collector, C1, little of everything. */
  private static final List<String> SMALL_MACHINE =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx12m",
          "-Xss256k",
          "-XX:-UsePerfData",
          "-XX:ReservedCodeCacheSize=8m",
          "-XX:CICompilerCount=1",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  /** The program and its arguments. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(SMALL_MACHINE);
    words.addAll(List.of("-cp", classPath(), RunMain.class.getName()));
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

  /** Agent and core alone. */
  private static String classPath() {
    return Stream.of(RunMain.class, Bytes.class)
        .map(type -> location(type.getProtectionDomain().getCodeSource()))
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static String location(CodeSource source) {
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the command's own jars are at no usable place", e);
    }
  }
}
