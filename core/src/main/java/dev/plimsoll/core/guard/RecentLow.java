package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The lowest level of the last half second, kept as one minimum per tenth of a second.
 *
 * @param slots minima, in order of time
 */
record RecentLow(List<Slot> slots) {
  static final Duration SPAN = Duration.ofMillis(500);

  /** The present tenth of a second and the one before. */
  static final Duration LATEST = Duration.ofMillis(200);

  private static final long SLOT_MILLIS = 100;
  private static final long SLOTS = SPAN.toMillis() / SLOT_MILLIS;

  RecentLow {
    slots = List.copyOf(slots);
  }

  static RecentLow none() {
    return new RecentLow(List.of());
  }

  RecentLow with(Duration at, Bytes level) {
    long number = at.toMillis() / SLOT_MILLIS;
    List<Slot> kept = new ArrayList<>();
    Bytes low = level;
    for (Slot slot : slots) {
      if (slot.number == number) {
        low = low.min(slot.low);
      } else if (slot.number >= number - SLOTS) {
        kept.add(slot);
      }
    }
    kept.add(new Slot(number, low));
    return new RecentLow(kept);
  }

  /** The lowest level, or {@code otherwise} where none was seen. */
  Bytes orElse(Bytes otherwise) {
    return slots.isEmpty() ? otherwise : lowestFrom(0);
  }

  /** How far a level is above the lowest. */
  Bytes riseTo(Bytes level) {
    return level.minusOrZero(orElse(level));
  }

  /** How far a level is above the lowest of {@link #LATEST}. */
  Bytes latestRiseTo(Bytes level) {
    return level.minusOrZero(latestTo(level));
  }

  /** The lowest of {@link #LATEST}, {@code level} included. */
  Bytes latestTo(Bytes level) {
    return slots.isEmpty() ? level : level.min(lowestFrom(Math.max(0, slots.size() - 2)));
  }

  private Bytes lowestFrom(int index) {
    Bytes low = slots.get(index).low;
    for (int slot = index + 1; slot < slots.size(); slot++) {
      low = low.min(slots.get(slot).low);
    }
    return low;
  }

  /** Whether the whole span has been seen. */
  boolean isFull() {
    return slots.size() > 1 && slots.getLast().number - slots.getFirst().number >= SLOTS;
  }

  /** The minimum of one tenth of a second, by its number. */
  record Slot(long number, Bytes low) {}
}
