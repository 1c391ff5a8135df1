package dev.plimsoll.operator.report;

import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.core.model.DegradeTerms;
import java.time.Duration;
import java.util.Optional;

/**
 * What is held back of the plan, for a report.
 *
 * @param alarm why to brake, while there is a cascade of OOM kills in the pods as they are now
 * @param hold how long there must be no trouble before the whole plan comes back
 * @param degrade what the budget would degrade
 * @param respected degraded variables that stay the user's, in sentences; empty where none do
 */
public record HeldBack(
    Mode mode,
    Ladder ladder,
    Optional<String> alarm,
    Duration hold,
    Optional<DegradeTerms> degrade,
    String respected) {

  /** Whether anything may be done about it. */
  public enum Mode {
    ENFORCED,
    /** It is only said. */
    ADVISED
  }
}
