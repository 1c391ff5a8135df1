package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Granian by its defaults, where one worker's end is the server's, and with replacements for such
 * workers. Needs Linux, root to make a memory cgroup, and Python; skipped elsewhere.
 */
class GranianIT {
  private static final PythonPackages PACKAGES = PythonPackages.of("granian==2.8.7");

  @ParameterizedTest
  @ValueSource(strings = {"", "respawn-failed-workers"})
  void behavesAsItsProfileSays(String setting) throws Exception {
    ServerTrial.run(new Granian(setting));
  }

  private record Granian(String variant) implements ServerUnderTest {

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
              "--port",
              Integer.toString(port),
              "asgi_app:application"),
          Map.of(
              "PYTHONPATH",
              Applications.FOLDER.toString(),
              "GRANIAN_WORKERS",
              Integer.toString(workers()),
              "GRANIAN_RESPAWN_FAILED_WORKERS",
              Boolean.toString(!variant.isEmpty())));
    }
  }
}
