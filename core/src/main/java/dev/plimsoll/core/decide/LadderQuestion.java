package dev.plimsoll.core.decide;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the ladder's next move depends on.
 *
 * @param ladder as remembered
 * @param target the plan that would be in force without any restraint
 * @param workers how many are planned now; empty where the budget does not size them
 * @param leastWorkers the fewest that may be planned
 */
public record LadderQuestion(
    LadderTerms terms,
    Ladder ladder,
    List<PodPressure> pods,
    Restraint.Target target,
    OptionalInt workers,
    int leastWorkers,
    Instant now) {
  public LadderQuestion {
    pods = List.copyOf(pods);
  }
}
