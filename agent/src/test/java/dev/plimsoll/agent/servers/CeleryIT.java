package dev.plimsoll.agent.servers;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Needs Linux, root to make a memory cgroup, Python and Redis; skipped elsewhere. */
class CeleryIT {
  private static final PythonPackages PACKAGES =
      PythonPackages.of("celery==5.7.0", "packaging==26.3", "redis==8.1.0");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    PythonJobs.missing().ifPresent(what -> abort(what));
    try (PythonJobs jobs = PythonJobs.start(PACKAGES, "celery_jobs")) {
      ServerTrial.run(new Celery(jobs));
    }
  }

  private record Celery(PythonJobs jobs) implements ServerUnderTest {

    @Override
    public String profile() {
      return "celery";
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
              PACKAGES.program("celery"),
              "--app",
              "celery_jobs",
              "worker",
              "--concurrency",
              Integer.toString(workers())),
          jobs.environment());
    }

    @Override
    public Requests requests(int port) {
      return jobs.requests();
    }
  }
}
