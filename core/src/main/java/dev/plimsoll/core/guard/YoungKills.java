package dev.plimsoll.core.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When the kernel killed workers that were still booting, over the last ten seconds. */
record YoungKills(List<Duration> times) {
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final int TOO_MANY = 3;

  YoungKills {
    times = List.copyOf(times);
  }

  static YoungKills none() {
    return new YoungKills(List.of());
  }

  YoungKills with(Duration at, long kills) {
    if (times.isEmpty() && kills == 0) {
      return this;
    }
    List<Duration> kept = new ArrayList<>();
    times.stream().filter(time -> at.minus(time).compareTo(WINDOW) < 0).forEach(kept::add);
    for (long i = 0; i < Math.min(kills, TOO_MANY); i++) {
      kept.add(at);
    }
    return new YoungKills(kept);
  }

  boolean areTooMany() {
    return times.size() >= TOO_MANY;
  }
}
