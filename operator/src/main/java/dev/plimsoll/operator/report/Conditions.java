package dev.plimsoll.operator.report;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Conditions as the status holds them: each keeps the time at which it last turned. */
final class Conditions {
  private Conditions() {}

  /**
   * The conditions that hold now.
   *
   * @param before those in the status
   * @param generation the budget's, that they are about
   */
  static List<Condition> of(
      List<ConditionState> states, List<Condition> before, long generation, Instant now) {
    return states.stream()
        .map(
            state ->
                stays(state, before).orElseGet(() -> condition(state, before, generation, now)))
        .toList();
  }

  /** While nobody has been asked anew, as after a restart, what was known holds on. */
  private static Optional<Condition> stays(ConditionState state, List<Condition> before) {
    return state.reason().equals(MeteringStates.PENDING)
        ? before.stream()
            .filter(condition -> state.type().text().equals(condition.getType()))
            .findFirst()
        : Optional.empty();
  }

  private static Condition condition(
      ConditionState state, List<Condition> before, long generation, Instant now) {
    Optional<String> since =
        before.stream()
            .filter(condition -> state.type().text().equals(condition.getType()))
            .filter(condition -> state.status().text().equals(condition.getStatus()))
            .map(Condition::getLastTransitionTime)
            .findFirst();
    return new ConditionBuilder()
        .withType(state.type().text())
        .withStatus(state.status().text())
        .withReason(state.reason())
        .withMessage(state.message())
        .withObservedGeneration(generation)
        .withLastTransitionTime(
            since.orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString()))
        .build();
  }
}
