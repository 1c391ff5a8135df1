package dev.plimsoll.operator.meter;

import dev.plimsoll.core.guard.Phase;
import java.time.Instant;
import java.util.Optional;

/**
 * When a pod was above its soft line, as its agent said.
 *
 * @param since when it went above without coming back since; empty while it is below
 * @param last when it was last seen above
 */
public record SoftCrossing(Optional<Instant> since, Optional<Instant> last) {
  public static final SoftCrossing NONE = new SoftCrossing(Optional.empty(), Optional.empty());

  SoftCrossing with(PodSample sample) {
    return sample.phase() == Phase.CALM
        ? new SoftCrossing(Optional.empty(), last)
        : new SoftCrossing(since.or(() -> Optional.of(sample.at())), Optional.of(sample.at()));
  }

  /** The same where nobody says any more how the pod stands. */
  SoftCrossing unseen() {
    return new SoftCrossing(Optional.empty(), last);
  }
}
