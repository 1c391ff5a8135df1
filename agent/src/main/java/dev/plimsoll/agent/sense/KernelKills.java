package dev.plimsoll.agent.sense;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The kernel's kills for want of memory, told so that whoever asks several agents, or one that was
 * started anew, can count each of them once.
 *
 * @param starts the kills of each start of the container, the present one first
 * @param episodes when the latest episodes began, the latest first: kills that follow each other
 *     within two seconds are one
 */
public record KernelKills(List<OfStart> starts, List<Instant> episodes) {
  public static final KernelKills NONE = new KernelKills(List.of(), List.of());

  /**
   * The kills of one start of the container: each has a cgroup of its own, whose counter begins at
   * 0.
   *
   * @param id the container runtime's, where the cgroup's path has one
   */
  public record OfStart(Optional<String> id, long kills) {}
}
