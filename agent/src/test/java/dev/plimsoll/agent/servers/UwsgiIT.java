package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * uWSGI with a master: its workers alone, and beside its HTTP router and a mule.
 *
 * <p>Needs Linux, root to make a memory cgroup, and uWSGI's Debian package; skipped elsewhere.
 */
class UwsgiIT {
  private static final DebianPackage PACKAGE = new DebianPackage("uwsgi-plugin-python3");

  @Test
  void workersAloneBehaveAsTheProfileSays() throws Exception {
    ServerTrial.run(new Uwsgi("", "python3", "--http-socket", List.of("--threads", "2")));
  }

  /** All are children of the master and look alike; only their signals tell the workers. */
  @Test
  void workersBesideRouterAndMuleBehaveAsTheProfileSays() throws Exception {
    ServerTrial.run(new Uwsgi("http router and mule", "python3,http", "--http", List.of("--mule")));
  }

  @Test
  void noneIsKilledAndNoRequestLostWhileTheGuardWatches() throws Exception {
    LeakTrial.run(new Uwsgi("", "python3", "--http-socket", List.of("--threads", "2")));
  }

  private record Uwsgi(String variant, String plugins, String front, List<String> options)
      implements ServerUnderTest {

    @Override
    public String profile() {
      return "uwsgi";
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
      List<String> command =
          new ArrayList<>(List.of("uwsgi", "--plugin", plugins, "--master", "--die-on-term"));
      command.add(front);
      command.add("127.0.0.1:" + port);
      command.addAll(options);
      command.addAll(List.of("--wsgi-file", Applications.FOLDER.resolve("wsgi_app.py").toString()));
      return new Launch(
          command,
          Map.of("UWSGI_WORKERS", Integer.toString(workers()), "PYTHONDONTWRITEBYTECODE", "1"));
    }
  }
}
