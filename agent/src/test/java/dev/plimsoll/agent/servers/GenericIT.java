package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A program that is no server of its own: one process, of which nothing can be recycled.
 *
 * <p>Needs Linux, root to make a memory cgroup, and Python; skipped elsewhere.
 */
class GenericIT implements ServerUnderTest {

  @Test
  void behavesAsItsProfileSays() throws Exception {
    ServerTrial.run(this);
  }

  @Override
  public String profile() {
    return "generic";
  }

  @Override
  public String version() throws IOException {
    return ProgramOutput.of(List.of("python3", "--version"), Map.of());
  }

  @Override
  public int workers() {
    return 1;
  }

  @Override
  public Launch launch(int port, Path scratch) {
    return new Launch(
        List.of(
            "python3",
            "-B",
            Applications.FOLDER.resolve("plain_app.py").toString(),
            Integer.toString(port)),
        Map.of());
  }
}
