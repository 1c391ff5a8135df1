package dev.plimsoll.core.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Ends a tug-of-war over a value: three reverts within an hour, and hands are off until the spec
 * changes.
 */
public final class ContestedRule {
  private static final int REVERTS = 3;
  private static final Duration WITHIN = Duration.ofHours(1);

  private ContestedRule() {}

  /**
   * The history after one more revert.
   *
   * @param generation the budget's, at the time
   */
  public static RevertHistory afterRevert(RevertHistory history, Instant now, long generation) {
    boolean isNewTry = history.contestedAt().isPresent() && !isContested(history, generation);
    List<Instant> earlier = isNewTry ? List.of() : history.reverts();
    List<Instant> counting =
        Stream.concat(earlier.stream(), Stream.of(now))
            .filter(revert -> revert.isAfter(now.minus(WITHIN)))
            .toList();
    boolean isContested = isContested(history, generation) || counting.size() >= REVERTS;
    return new RevertHistory(
        counting, isContested ? OptionalLong.of(generation) : OptionalLong.empty());
  }

  /** Whether hands are off at this generation of the budget. */
  public static boolean isContested(RevertHistory history, long generation) {
    return history.contestedAt().isPresent() && history.contestedAt().getAsLong() == generation;
  }
}
