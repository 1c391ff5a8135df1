package dev.plimsoll.agent.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A JVM: one process. Its heap may grow beyond the limit here, as where -Xmx is set by hand.
 *
 * <p>Needs Linux and root to make a memory cgroup; skipped elsewhere.
 */
class JvmIT implements ServerUnderTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    ServerTrial.run(this);
  }

  @Override
  public String profile() {
    return "jvm";
  }

  @Override
  public String version() {
    return System.getProperty("java.version");
  }

  @Override
  public int workers() {
    return 1;
  }

  @Override
  public Launch launch(int port, Path scratch) {
    return new Launch(
        List.of(
            JAVA.toString(),
            Applications.FOLDER.resolve("App.java").toString(),
            Integer.toString(port)),
        Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"));
  }
}
