package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Needs Linux, root to make a memory cgroup, and Python; skipped elsewhere. */
class GranianIT implements ServerUnderTest {
  private static final PythonPackages PACKAGES = PythonPackages.of("granian==2.8.7");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    ServerTrial.run(this);
  }

  @Override
  public String profile() {
    return "granian";
  }

  @Override
  public Optional<String> missing() {
    return PythonPackages.missing();
  }

  @Override
  public String version() {
    return PACKAGES.version();
  }

  @Override
  public int workers() {
    return 3;
  }

  @Override
  public Launch launch(int port, Path scratch) throws IOException {
    return new Launch(
        List.of(
            PACKAGES.program("granian"),
            "--interface",
            "asgi",
            "--workers",
            "3",
            "--port",
            Integer.toString(port),
            "asgi_app:application"),
        Map.of("PYTHONPATH", Applications.FOLDER.toString()));
  }
}
