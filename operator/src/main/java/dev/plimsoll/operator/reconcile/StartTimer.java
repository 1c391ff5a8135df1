package dev.plimsoll.operator.reconcile;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once how long the process took to its first reconcile. */
final class StartTimer {
  private static final Logger log = LoggerFactory.getLogger(StartTimer.class);

  private final Clock clock;
  private final AtomicBoolean told = new AtomicBoolean();

  StartTimer(Clock clock) {
    this.clock = clock;
  }

  void reconciled() {
    if (told.compareAndSet(false, true)) {
      // ProcessHandle tells the start by a boot time in whole seconds, up to one too early.
      Instant start = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
      log.info("first reconcile after {} ms", Duration.between(start, clock.instant()).toMillis());
    }
  }
}
