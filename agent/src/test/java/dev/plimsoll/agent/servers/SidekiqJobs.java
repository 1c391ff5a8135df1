package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Jobs for Sidekiq in place of requests, through redis-cli; a job's answer is a list of its own.
 *
 * @param redisPort where the queue is
 */
record SidekiqJobs(int redisPort) implements Requests {
  private static final int PATIENCE_SECONDS = 5;

  @Override
  public long answeredBy(String path) throws IOException {
    String ticket = UUID.randomUUID().toString();
    redis("LPUSH", "queue:default", job(path, ticket));
    String answer = redis("BRPOP", "answers:" + ticket, Integer.toString(PATIENCE_SECONDS));
    if (answer.isEmpty()) {
      throw new IOException("no answer to " + path + " in " + PATIENCE_SECONDS + " s");
    }
    return Long.parseLong(answer.substring(answer.lastIndexOf('\n') + 1));
  }

  private static String job(String path, String ticket) {
    String value = path.substring(path.indexOf('=') + 1);
    String work =
        path.startsWith("/keep")
            ? "\"class\":\"Keep\",\"args\":[%s,\"%s\"]".formatted(value, ticket)
            : "\"class\":\"Sleep\",\"args\":[%s,\"%s\"]"
                .formatted(path.startsWith("/sleep") ? value : "0", ticket);
    return "{%s,\"jid\":\"%s\",\"queue\":\"default\",\"retry\":false}".formatted(work, ticket);
  }

  private String redis(String... command) throws IOException {
    List<String> line = new ArrayList<>(List.of("redis-cli", "-p", "" + redisPort));
    line.addAll(List.of(command));
    return ProgramOutput.of(line, Map.of());
  }
}
