package dev.plimsoll.core.guard;

import java.util.Random;

/** One worker of a simulated application. Sizes in MiB, times in seconds. */
final class SimulatedWorker {
  private App app;
  private final ProcessId id;
  private final double born;
  private double held;
  private double bursting;
  private double burstOver;
  private double drainedAt = Double.MAX_VALUE;

  SimulatedWorker(App app, ProcessId id, double now) {
    this.app = app;
    this.id = id;
    this.born = now;
  }

  void become(App other) {
    app = other;
  }

  ProcessId id() {
    return id;
  }

  double born() {
    return born;
  }

  boolean isUp(double now) {
    return now - born >= app.bootSeconds();
  }

  boolean isDraining() {
    return drainedAt < Double.MAX_VALUE;
  }

  double size() {
    return held + bursting;
  }

  void drain(double now) {
    if (!isDraining()) {
      drainedAt = now + app.drainSeconds();
    }
  }

  boolean hasEnded(double now) {
    return now >= drainedAt;
  }

  void live(double now, double step, Random random) {
    if (!isUp(now)) {
      held = app.bootPeak() * Math.min(1, (now - born + step) / app.bootSeconds());
      return;
    }
    if (now - born < app.bootSeconds() + step) {
      held = app.fresh();
    }
    held = Math.min(Math.max(held, app.leakUntil()), held + app.leakPerSecond() * step);
    if (random.nextDouble() < app.keptPerSecond() * step) {
      held = Math.min(Math.max(held, app.leakUntil()), held + app.kept());
    }
    if (now >= burstOver) {
      bursting = 0;
    }
    if (bursting == 0 && random.nextDouble() < app.burstsPerSecond() * step) {
      bursting = app.burst();
      burstOver = now + 0.2;
    }
  }
}
