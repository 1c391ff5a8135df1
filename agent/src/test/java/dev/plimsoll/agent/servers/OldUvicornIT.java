package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * uvicorn before 0.30, which never replaces a worker. Needs Linux, root to make a memory cgroup,
 * and Python; skipped elsewhere.
 */
class OldUvicornIT implements ServerUnderTest {
  private static final PythonPackages PACKAGES = PythonPackages.of("uvicorn==0.29.0");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    ServerTrial.run(this);
  }

  @Override
  public String profile() {
    return "uvicorn";
  }

  @Override
  public String variant() {
    return "before 0.30";
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
            PACKAGES.program("uvicorn"),
            "--workers",
            Integer.toString(workers()),
            "--port",
            Integer.toString(port),
            "--app-dir",
            Applications.FOLDER.toString(),
            "asgi_app:application"),
        Map.of());
  }
}
