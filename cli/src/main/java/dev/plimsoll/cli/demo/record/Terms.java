package dev.plimsoll.cli.demo.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.plimsoll.core.model.Bytes;

/**
 * What both sides have in common.
 *
 * @param seed of the arrivals
 * @param requestsPerSecond on average
 * @param seconds that requests come on each side
 * @param limitBytes of the memory cgroup
 * @param softPercent of the limit, where the guard begins to watch
 * @param hardPercent of the limit, where it acts at once
 * @param workers that the budget plans
 */
public record Terms(
    long seed,
    int requestsPerSecond,
    int seconds,
    long limitBytes,
    int softPercent,
    int hardPercent,
    int workers) {

  @JsonIgnore
  public Bytes limit() {
    return new Bytes(limitBytes);
  }

  @JsonIgnore
  public Bytes soft() {
    return limit().percent(softPercent);
  }

  @JsonIgnore
  public Bytes hard() {
    return limit().percent(hardPercent);
  }
}
