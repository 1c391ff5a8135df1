package dev.plimsoll.agent.sense;

import dev.plimsoll.agent.sense.KernelKills.OfStart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Kills by the kernel over all cgroups that one container has had: a new cgroup counts from 0. */
final class OomTally {
  private static final int EARLIER_STARTS_TOLD = 3;
  private static final int EPISODES_TOLD = 10;

  /** Kills no further apart belong to one episode. */
  private static final Duration EPISODE_GAP = Duration.ofSeconds(2);

  private final Deque<OfStart> earlier = new ArrayDeque<>();
  private final Deque<Instant> episodes = new ArrayDeque<>();
  private Optional<String> present = Optional.empty();
  private long ofEarlier;
  private long ofPresent;
  private boolean isOpen;
  private Instant lastKill = Instant.MIN;
  private KernelKills told = KernelKills.NONE;

  /**
   * Takes the present cgroup's counter.
   *
   * @param id of the present start
   * @param at the reading's time since 1970
   * @return the kills of all starts
   */
  long total(Optional<String> id, long counter, Duration at) {
    if (!isOpen) {
      present = id;
      ofPresent = counter;
      isOpen = true;
      tell();
    } else if (counter > ofPresent) {
      ofPresent = counter;
      kill(Instant.EPOCH.plus(at));
      tell();
    }
    return ofEarlier + ofPresent;
  }

  private void kill(Instant at) {
    if (lastKill.isBefore(at.minus(EPISODE_GAP))) {
      episodes.addFirst(at);
      if (episodes.size() > EPISODES_TOLD) {
        episodes.removeLast();
      }
    }
    lastKill = at;
  }

  /** What is told; the same object until it changes. */
  KernelKills told() {
    return told;
  }

  private void tell() {
    List<OfStart> starts = new ArrayList<>(earlier);
    starts.addFirst(new OfStart(present, ofPresent));
    told = new KernelKills(List.copyOf(starts), List.copyOf(episodes));
  }

  /** The cgroup is gone; its last counter stays in the sum. */
  void closeCgroup() {
    earlier.addFirst(new OfStart(present, ofPresent));
    if (earlier.size() > EARLIER_STARTS_TOLD) {
      earlier.removeLast();
    }
    ofEarlier += ofPresent;
    ofPresent = 0;
    isOpen = false;
  }
}
