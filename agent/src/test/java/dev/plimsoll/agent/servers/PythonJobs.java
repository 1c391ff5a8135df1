package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jobs for a Python worker in place of requests: a Redis, and a front that turns each request into
 * a job and waits for its answer. Both run outside the worker's cgroup.
 */
final class PythonJobs implements AutoCloseable {
  private final RedisServer redis;
  private final BackgroundProgram front;

  private PythonJobs(RedisServer redis, BackgroundProgram front) {
    this.redis = redis;
    this.front = front;
  }

  /** What is not installed and how to get it, where something is not. */
  static Optional<String> missing() {
    return PythonPackages.missing().or(RedisServer.PACKAGE::missing);
  }

  /**
   * Starts both.
   *
   * @param module that knows how to put a job into the queue
   */
  static PythonJobs start(PythonPackages packages, String module) throws IOException {
    RedisServer redis = RedisServer.start();
    try {
      int port = FreePort.choose();
      return new PythonJobs(
          redis,
          BackgroundProgram.start(
              List.of(
                  packages.program("python"), "-m", "jobs_front", module, Integer.toString(port)),
              environment(redis),
              port));
    } catch (IOException | RuntimeException e) {
      redis.close();
      throw e;
    }
  }

  Requests requests() {
    return new HttpRequests(front.port());
  }

  String redisUrl() {
    return redisUrl(redis);
  }

  /** What the worker wants to be told. */
  Map<String, String> environment() {
    return environment(redis);
  }

  private static String redisUrl(RedisServer redis) {
    return "redis://127.0.0.1:" + redis.port() + "/0";
  }

  private static Map<String, String> environment(RedisServer redis) {
    return Map.of("PYTHONPATH", Applications.FOLDER.toString(), "JOBS_REDIS", redisUrl(redis));
  }

  @Override
  public void close() {
    front.close();
    redis.close();
  }
}
