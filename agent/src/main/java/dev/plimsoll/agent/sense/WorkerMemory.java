package dev.plimsoll.agent.sense;

import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What one process alone holds: anonymous pages that no other process shares, which is what its end
 * gives back. The kernel's exact count walks every page and takes milliseconds, so that between two
 * of them the change of all its anonymous pages, a matter of microseconds, is added.
 */
final class WorkerMemory {
  private static final byte[] PRIVATE_DIRTY = MemoryCgroup.key("Private_Dirty");
  private static final int RESIDENT = 1;
  private static final int SHARED = 2;

  private static final int READINGS_OF_A_BOOT = 10;

  /** Linux on the machines that containers run on. */
  private static final long PAGE = 4096;

  private final Path rollup;
  private long anonymous;
  private long sharedAnonymous;
  private long countedAt;
  private int readings;
  private Bytes privateBytes = Bytes.ZERO;

  WorkerMemory(Path rollup) {
    this.rollup = rollup;
  }

  /** Takes a reading of {@code statm}; false where the process holds nothing any more. */
  boolean takeStatm(KernelText text) {
    long resident = text.word(0, RESIDENT);
    if (resident <= 0) {
      return false;
    }
    if (readings <= READINGS_OF_A_BOOT) {
      readings++;
    }
    anonymous = Math.max(0, (resident - text.word(0, SHARED)) * PAGE);
    settle();
    return true;
  }

  /**
   * Counts exactly.
   *
   * @param now of {@link System#nanoTime}
   */
  void count(KernelText text, long now) {
    countedAt = now;
    try (KernelFile file = new KernelFile(rollup)) {
      file.readInto(text);
    } catch (IOException _) {
      // Ended, or another user's: the estimate stays.
      return;
    }
    long kibibytes = text.field(PRIVATE_DIRTY);
    if (kibibytes != KernelText.NO_NUMBER) {
      sharedAnonymous = Math.max(0, anonymous - (kibibytes << 10));
      settle();
    }
  }

  private void settle() {
    long now = Math.max(0, anonymous - sharedAnonymous);
    if (now != privateBytes.count()) {
      privateBytes = new Bytes(now);
    }
  }

  /** The last exact count and the change since. */
  Bytes privateBytes() {
    return privateBytes;
  }

  long anonymousBytes() {
    return anonymous;
  }

  /**
   * Whether it is new: counted when first seen, because a forked worker shares most of what it has,
   * and twice more while it boots and takes pages of its own.
   */
  boolean isBooting() {
    return readings == 1 || readings == READINGS_OF_A_BOOT / 2 || readings == READINGS_OF_A_BOOT;
  }

  /** When it was last counted, of {@link System#nanoTime}. */
  long countedAt() {
    return countedAt;
  }
}
