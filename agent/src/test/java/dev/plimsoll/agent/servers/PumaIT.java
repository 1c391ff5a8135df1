package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Puma in cluster mode, with threads: every worker a child of the master, or of the first worker.
 *
 * <p>Needs Linux, root to make a memory cgroup, and Puma's Debian package; skipped elsewhere.
 */
class PumaIT {
  private static final DebianPackage PACKAGE = new DebianPackage("puma");

  @Test
  void workersOfTheMasterBehaveAsTheProfileSays() throws Exception {
    ServerTrial.run(new Puma("", List.of()));
  }

  @Test
  void workersOfTheFirstWorkerBehaveAsTheProfileSays() throws Exception {
    ServerTrial.run(new Puma("fork_worker", List.of("--fork-worker")));
  }

  @Test
  void noneIsKilledAndNoRequestLostWhileTheGuardWatches() throws Exception {
    LeakTrial.run(new Puma("", List.of()));
  }

  private record Puma(String variant, List<String> options) implements ServerUnderTest {

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
      List<String> command = new ArrayList<>(List.of("puma", "--threads", "2:2"));
      command.addAll(options);
      command.addAll(List.of("--bind", "tcp://127.0.0.1:" + port));
      command.add(Applications.FOLDER.resolve("config.ru").toString());
      return new Launch(command, Map.of("WEB_CONCURRENCY", Integer.toString(workers())));
    }
  }
}
