package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;

/**
 * The largest amount seen, halved with every half-life, so that a rare event is remembered and one
 * that no longer happens is forgotten.
 *
 * @param at when {@code height} was right
 */
record DecayingPeak(Duration halfLife, Duration at, Bytes height) {

  static DecayingPeak none(Duration halfLife) {
    return new DecayingPeak(halfLife, Duration.ZERO, Bytes.ZERO);
  }

  Bytes at(Duration now) {
    if (height.equals(Bytes.ZERO)) {
      return height;
    }
    double halvings = now.minus(at).toNanos() / (double) halfLife.toNanos();
    return new Bytes((long) (height.count() * Math.pow(0.5, halvings)));
  }

  DecayingPeak with(Duration now, Bytes amount) {
    return amount.count() > 0 && amount.isMoreThan(at(now))
        ? new DecayingPeak(halfLife, now, amount)
        : this;
  }
}
