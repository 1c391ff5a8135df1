package dev.plimsoll.cli.run;

import dev.plimsoll.agent.RunMain;
import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java machine that the agent runs in: as small as in its image, with agent and core alone.
 *
 * @param cache the class cache that was trained for it; empty where none was
 */
record AgentMachine(Optional<String> cache) {

  static AgentMachine of(Map<String, String> environment) {
    return new AgentMachine(Optional.ofNullable(environment.get("PLIMSOLL_AGENT_CACHE")));
  }

  /** The program and its options, without the class to run. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options());
    words.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    cache.ifPresent(file -> words.add("-XX:AOTCache=" + file));
    words.addAll(List.of("-cp", classPath()));
    return words;
  }

  /** Those that the agent's image is built with. */
  private static List<String> options() {
    try (InputStream file = RunMain.class.getResourceAsStream("jvm.options")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("-"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
