package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Puma in cluster mode, with threads.
 *
 * <p>Needs Linux, root to make a memory cgroup, and Puma's Debian package; skipped elsewhere.
 */
class PumaIT implements ServerUnderTest {
  private static final DebianPackage PACKAGE = new DebianPackage("puma");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    ServerTrial.run(this);
  }

  @Override
  public String profile() {
    return "puma";
  }

  @Override
  public Optional<String> missing() {
    return PACKAGE.missing();
  }

  @Override
  public String version() throws IOException {
    return PACKAGE.version();
  }

  @Override
  public int workers() {
    return 3;
  }

  @Override
  public Launch launch(int port, Path scratch) {
    return new Launch(
        List.of(
            "puma",
            "--bind",
            "tcp://127.0.0.1:" + port,
            "--threads",
            "2:2",
            Applications.FOLDER.resolve("config.ru").toString()),
        Map.of("WEB_CONCURRENCY", Integer.toString(workers())));
  }
}
