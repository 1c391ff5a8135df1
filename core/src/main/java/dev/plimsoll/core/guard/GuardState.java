package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.Optional;

/**
 * What the guard remembers between readings.
 *
 * @param since the first reading
 * @param lastUnreclaimable at the last reading
 */
public record GuardState(Optional<Duration> since, Bytes lastUnreclaimable) {

  /** Nothing seen yet. */
  public static GuardState initial() {
    return new GuardState(Optional.empty(), Bytes.ZERO);
  }
}
