package dev.plimsoll.agent.servers;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Needs Linux, root to make a memory cgroup, Python and Redis; skipped elsewhere. */
class RqIT {
  private static final PythonPackages PACKAGES = PythonPackages.of("rq==2.12.0", "redis==8.1.0");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    PythonJobs.missing().ifPresent(what -> abort(what));
    try (PythonJobs jobs = PythonJobs.start(PACKAGES, "rq_jobs")) {
      ServerTrial.run(new Rq(jobs));
    }
  }

  private record Rq(PythonJobs jobs) implements ServerUnderTest {

    @Override
    public String profile() {
      return "rq";
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
              PACKAGES.program("rq"),
              "worker-pool",
              "--url",
              jobs.redisUrl(),
              "--num-workers",
              Integer.toString(workers())),
          jobs.environment());
    }

    @Override
    public Requests requests(int port) {
      return jobs.requests();
    }
  }
}
