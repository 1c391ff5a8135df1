package dev.plimsoll.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AgentMainTest {

  /** A sidecar that ends keeps its pod from becoming ready. */
  @Test
  @Timeout(60)
  void aPortThatIsTakenEndsNothing() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "the agent reads /proc, so needs Linux");
    try (ServerSocket taken = new ServerSocket(0)) {
      Process agent =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  AgentMain.class.getName(),
                  "--container",
                  "nobodys-" + ProcessHandle.current().pid(),
                  "--port",
                  String.valueOf(taken.getLocalPort()))
              .redirectErrorStream(true)
              .start();
      try (BufferedReader said = agent.inputReader()) {
        List<String> lines = said.lines().limit(2).collect(Collectors.toList());

        assertThat(lines.getFirst()).contains("port " + taken.getLocalPort(), "guards on");
        assertThat(lines.getLast()).contains("the built-in defaults are in force");
        assertThat(agent.isAlive()).isTrue();
      } finally {
        agent.destroy();
        assertThat(agent.waitFor(10, TimeUnit.SECONDS)).isTrue();
      }
    }
  }
}
