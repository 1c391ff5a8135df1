package dev.plimsoll.cli.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets what runs on the present thread put things away when the command is stopped: the thread is
 * interrupted, and the Java machine waits until this is closed.
 */
final class Interruptible implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().unstarted(this::stop);

  private Interruptible() {}

  static Interruptible here() {
    Interruptible interruptible = new Interruptible();
    Runtime.getRuntime().addShutdownHook(interruptible.hook);
    return interruptible;
  }

  private void stop() {
    worker.interrupt();
    try {
      over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It is what called for this.
    }
  }
}
