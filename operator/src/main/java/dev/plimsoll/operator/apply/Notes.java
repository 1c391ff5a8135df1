package dev.plimsoll.operator.apply;

import dev.plimsoll.core.decide.Ladder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a budget has to remember about its workload beside the values; kept on the workload, because
 * a status may be read stale.
 *
 * @param rejected the settings that were undone
 * @param reverts when the user's own deploys set taken values back, oldest first
 * @param contested the budget's generation at which we took our hands off
 * @param ladder what is held back of the plan, or was lately
 */
public record Notes(
    Optional<Rejection> rejected, List<Instant> reverts, OptionalLong contested, Ladder ladder) {
  public static final Notes NONE =
      new Notes(Optional.empty(), List.of(), OptionalLong.empty(), Ladder.FREE);

  /**
   * Settings that were tried and undone.
   *
   * @param hash the settings' hash
   * @param budgetGeneration the budget's generation then
   * @param image the container's image then
   * @param reason why they were undone
   */
  public record Rejection(
      String hash, long budgetGeneration, String image, String reason, Instant time) {}

  public Notes {
    reverts = List.copyOf(reverts);
  }

  public Notes withRejected(Rejection rejection) {
    return new Notes(Optional.of(rejection), reverts, contested, ladder);
  }

  public Notes withoutRejected() {
    return new Notes(Optional.empty(), reverts, contested, ladder);
  }

  public Notes withReverts(List<Instant> times) {
    return new Notes(rejected, times, contested, ladder);
  }

  public Notes contestedAt(long budgetGeneration) {
    return new Notes(rejected, reverts, OptionalLong.of(budgetGeneration), ladder);
  }

  public Notes withoutContest() {
    return new Notes(rejected, List.of(), OptionalLong.empty(), ladder);
  }

  public Notes withLadder(Ladder next) {
    return new Notes(rejected, reverts, contested, next);
  }
}
