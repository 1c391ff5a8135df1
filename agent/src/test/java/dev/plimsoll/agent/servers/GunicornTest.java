package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * gunicorn with each of its common worker classes. Needs Linux, root to make a memory cgroup, and
 * Python; skipped elsewhere.
 */
class GunicornTest {
  private static final PythonPackages PACKAGES =
      PythonPackages.of(
          "gunicorn==27.0.1",
          "gevent==26.9.0",
          "packaging==26.3",
          "uvicorn==0.54.0",
          "uvicorn-worker==0.4.0");

  enum WorkerClass {
    SYNC("sync", "wsgi_app:application"),
    GTHREAD("gthread", "wsgi_app:application", "--threads", "4"),
    GEVENT("gevent", "wsgi_app:application"),
    UVICORN("uvicorn_worker.UvicornWorker", "asgi_app:application");

    private final String className;
    private final String application;
    private final List<String> more;

    WorkerClass(String className, String application, String... more) {
      this.className = className;
      this.application = application;
      this.more = List.of(more);
    }

    String label() {
      return this == UVICORN ? "uvicorn-worker" : className;
    }
  }

  @ParameterizedTest
  @EnumSource
  void behavesAsItsProfileSays(WorkerClass workerClass) throws Exception {
    ServerTrial.run(new Gunicorn(workerClass));
  }

  /** Its number of workers comes from the variable that the operator sets. */
  private record Gunicorn(WorkerClass workerClass) implements ServerUnderTest {

    @Override
    public String profile() {
      return "gunicorn";
    }

    @Override
    public String variant() {
      return workerClass.label();
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
      List<String> command = new ArrayList<>();
      command.add(PACKAGES.program("gunicorn"));
      command.addAll(List.of("--bind", "127.0.0.1:" + port));
      command.addAll(List.of("--worker-class", workerClass.className));
      command.addAll(workerClass.more);
      command.addAll(List.of("--chdir", Applications.FOLDER.toString(), workerClass.application));
      return new Launch(command, Map.of("WEB_CONCURRENCY", Integer.toString(workers())));
    }
  }
}
