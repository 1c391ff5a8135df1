package dev.plimsoll.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A memory budget with every default filled in: what the planner and the decisions work on. Made by
 * {@code BudgetRules} alone, so that a Budget is always a valid one.
 *
 * @param name the budget's own name
 * @param target the workload it sizes
 * @param container the container it sizes; empty where the pod has one
 * @param paused holds everything as it is
 * @param restoreAfter how long headroom must have held before a plan grows again
 */
public record Budget(
    String name,
    TargetRef target,
    Optional<String> container,
    Mode mode,
    Pause paused,
    MemoryTerms memory,
    RuntimeTerms runtime,
    List<Knob> knobs,
    GuardTerms guard,
    RolloutTerms rollout,
    Duration restoreAfter,
    BrakeTerms brake,
    Optional<DegradeTerms> degrade,
    AgentTerms agent,
    ConflictPolicy conflicts) {

  /** Whether the user holds everything as it is. */
  public enum Pause {
    RUNNING,
    PAUSED
  }
}
