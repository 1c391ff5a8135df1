package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Unicorn, whose workers serve one request at a time.
 *
 * <p>Needs Linux, root to make a memory cgroup, and Unicorn's Debian package; skipped elsewhere.
 */
class UnicornIT implements ServerUnderTest {
  private static final DebianPackage PACKAGE = new DebianPackage("unicorn");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    ServerTrial.run(this);
  }

  @Test
  void noneIsKilledAndNoRequestLostWhileTheGuardWatches() throws Exception {
    LeakTrial.run(this);
  }

  @Override
  public String profile() {
    return "unicorn";
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
            "unicorn",
            "--config-file",
            Applications.FOLDER.resolve("unicorn.conf.rb").toString(),
            Applications.FOLDER.resolve("config.ru").toString()),
        Map.of("WEB_CONCURRENCY", Integer.toString(workers()), "PORT", Integer.toString(port)));
  }
}
