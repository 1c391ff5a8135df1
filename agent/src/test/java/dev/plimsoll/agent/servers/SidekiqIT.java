package dev.plimsoll.agent.servers;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Sidekiq without its commercial swarm: one process with threads, which a Redis feeds.
 *
 * <p>Needs Linux, root to make a memory cgroup, and the Debian packages of Sidekiq and Redis;
 * skipped elsewhere.
 */
class SidekiqIT {
  private static final DebianPackage PACKAGE = new DebianPackage("ruby-sidekiq");

  @Test
  void behavesAsItsProfileSays() throws Exception {
    PACKAGE.missing().or(RedisServer.PACKAGE::missing).ifPresent(what -> abort(what));
    try (RedisServer redis = RedisServer.start()) {
      ServerTrial.run(new Fed(redis.port()));
    }
  }

  private record Fed(int redisPort) implements ServerUnderTest {

    @Override
    public String profile() {
      return "sidekiq";
    }

    @Override
    public String version() throws IOException {
      return PACKAGE.version();
    }

    @Override
    public int workers() {
      return 1;
    }

    @Override
    public Launch launch(int port, Path scratch) {
      return new Launch(
          List.of(
              "sidekiq",
              "--require",
              Applications.FOLDER.resolve("sidekiq_app.rb").toString(),
              "--concurrency",
              "5"),
          Map.of("REDIS_URL", "redis://127.0.0.1:" + redisPort + "/0"));
    }

    @Override
    public Requests requests(int port) {
      return new SidekiqJobs(redisPort);
    }
  }
}
