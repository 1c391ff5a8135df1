package dev.plimsoll.core.decide;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * How often others have set back values of ours.
 *
 * @param reverts when, oldest first; only those that still count
 * @param contestedAt the budget's generation at which hands were taken off; empty while they are on
 */
public record RevertHistory(List<Instant> reverts, OptionalLong contestedAt) {
  public static final RevertHistory NONE = new RevertHistory(List.of(), OptionalLong.empty());
}
