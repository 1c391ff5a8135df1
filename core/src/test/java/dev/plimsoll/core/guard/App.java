package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;

/** How the workers of a simulated application use memory. Sizes in MiB, times in seconds. */
record App(
    double fresh,
    double bootPeak,
    double bootSeconds,
    double leakPerSecond,
    double leakUntil,
    double burst,
    double burstsPerSecond,
    double kept,
    double keptPerSecond,
    double drainSeconds,
    double sharedPerSecond,
    double masterPerSecond) {

  /** Flat: 40 MiB a worker, nothing grows. */
  static App flat() {
    return new App(40, 40, 0.5, 0, Double.MAX_VALUE, 0, 0, 0, 0, 0.1, 0, 0);
  }

  App freshOf(double size) {
    return new App(
        size,
        Math.max(size, bootPeak),
        bootSeconds,
        leakPerSecond,
        leakUntil,
        burst,
        burstsPerSecond,
        kept,
        keptPerSecond,
        drainSeconds,
        sharedPerSecond,
        masterPerSecond);
  }

  App bootingWith(double peak, double seconds) {
    return new App(
        fresh,
        peak,
        seconds,
        leakPerSecond,
        leakUntil,
        burst,
        burstsPerSecond,
        kept,
        keptPerSecond,
        drainSeconds,
        sharedPerSecond,
        masterPerSecond);
  }

  App leaking(double perSecond) {
    return leakingUntil(perSecond, Double.MAX_VALUE);
  }

  /** Each worker grows to this size and no further: a cache. */
  App leakingUntil(double perSecond, double size) {
    return new App(
        fresh,
        bootPeak,
        bootSeconds,
        perSecond,
        size,
        burst,
        burstsPerSecond,
        kept,
        keptPerSecond,
        drainSeconds,
        sharedPerSecond,
        masterPerSecond);
  }

  App bursting(double size, double perSecond) {
    return new App(
        fresh,
        bootPeak,
        bootSeconds,
        leakPerSecond,
        leakUntil,
        size,
        perSecond,
        kept,
        keptPerSecond,
        drainSeconds,
        sharedPerSecond,
        masterPerSecond);
  }

  App keeping(double size, double perSecond) {
    return new App(
        fresh,
        bootPeak,
        bootSeconds,
        leakPerSecond,
        leakUntil,
        burst,
        burstsPerSecond,
        size,
        perSecond,
        drainSeconds,
        sharedPerSecond,
        masterPerSecond);
  }

  App draining(double seconds) {
    return new App(
        fresh,
        bootPeak,
        bootSeconds,
        leakPerSecond,
        leakUntil,
        burst,
        burstsPerSecond,
        kept,
        keptPerSecond,
        seconds,
        sharedPerSecond,
        masterPerSecond);
  }

  App growingBeside(double shared, double master) {
    return new App(
        fresh,
        bootPeak,
        bootSeconds,
        leakPerSecond,
        leakUntil,
        burst,
        burstsPerSecond,
        kept,
        keptPerSecond,
        drainSeconds,
        shared,
        master);
  }

  static Bytes mebi(double amount) {
    return new Bytes((long) (amount * (1 << 20)));
  }

  static Duration seconds(double amount) {
    return Duration.ofNanos((long) (amount * 1e9));
  }
}
