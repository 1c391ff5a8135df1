package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;

/**
 * How much and how many a budget may ask for. They keep a plan cheap to find, a rule cheap to check
 * and an object small; no application known comes near them.
 */
public final class Bounds {
  public static final Bytes LEAST_QUANTITY = new Bytes(1L << 10);
  public static final Bytes MOST_QUANTITY = new Bytes(1L << 44);

  /** What a knob may need at its min: keeps the smallest plan countable, in bytes and in units. */
  public static final Bytes MOST_AT_MIN = new Bytes(1L << 40);

  public static final int KNOBS = 8;
  public static final int ARGUMENTS = 32;
  public static final int DEGRADED_VARIABLES = 16;
  public static final int WINDOWS = 8;
  public static final int ACTIONS = 4;
  public static final int TEXT_LENGTH = 256;

  /** A label value, which the budget's name becomes on pods, is no longer. */
  public static final int NAME_LENGTH = 63;

  /** Values that one knob can take. */
  public static final int VALUES_PER_KNOB = 1024;

  public static final IntRange MIN = new IntRange(0, 1_000_000);
  public static final IntRange MAX = new IntRange(1, 1_000_000);
  public static final IntRange STEP = new IntRange(1, 1_000_000);
  public static final IntRange MAX_TOTAL = new IntRange(1, 10_000_000);
  public static final IntRange WEIGHT = new IntRange(1, 100);
  public static final IntRange PER_CORE = new IntRange(0, 64);
  public static final IntRange PLUS = new IntRange(0, 64);
  public static final IntRange PORT = new IntRange(1, 65_535);
  public static final IntRange SOFT_PERCENT = new IntRange(50, 95);
  public static final IntRange HARD_PERCENT = new IntRange(51, 97);
  public static final IntRange OOM_KILLS = new IntRange(1, 100);
  public static final IntRange USER_ID = new IntRange(0, Integer.MAX_VALUE);

  public static final DurationRange COOLDOWN = range(Duration.ZERO, Duration.ofDays(30));
  public static final DurationRange MAX_WORKER_AGE =
      range(Duration.ofMinutes(1), Duration.ofDays(30));
  public static final DurationRange DRAIN = range(Duration.ofSeconds(1), Duration.ofHours(1));
  public static final DurationRange RESTORE_AFTER =
      range(Duration.ofMinutes(1), Duration.ofDays(30));
  public static final DurationRange BRAKE_WITHIN =
      range(Duration.ofSeconds(10), Duration.ofDays(1));
  public static final DurationRange DEGRADE_AFTER =
      range(Duration.ofSeconds(10), Duration.ofDays(1));

  private Bounds() {}

  private static DurationRange range(Duration least, Duration most) {
    return new DurationRange(least, most);
  }
}
