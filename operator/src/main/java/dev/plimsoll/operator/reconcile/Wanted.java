package dev.plimsoll.operator.reconcile;

import dev.plimsoll.core.decide.Ladder;
import dev.plimsoll.core.decide.Restraint;
import dev.plimsoll.core.model.Mode;
import dev.plimsoll.operator.apply.AgentPlacement;
import dev.plimsoll.operator.apply.DegradedVariables;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.Notes;

/** What is wanted of a workload now. */
final class Wanted {
  private Wanted() {}

  /**
   * The agent, and where the mode asks for them the values of the plan as far as it is held back.
   *
   * @param notes what to remember; the ladder among it says whether the workload is degraded
   */
  static DesiredSettings of(Situation situation, String reason, Notes notes) {
    AgentPlacement agent = situation.injection().placement();
    if (situation.budget().mode() == Mode.GUARD) {
      return DesiredSettings.guarding(
          situation.budget(),
          situation.target().container().getName(),
          agent,
          reason,
          situation.now(),
          notes);
    }
    DesiredSettings settings =
        DesiredSettings.of(
            situation.budget(),
            situation.planning().plan().orElseThrow(),
            situation.planning().claims(),
            agent,
            reason,
            situation.now(),
            notes);
    return isDegraded(notes.ladder()) ? settings.with(degraded(situation).values()) : settings;
  }

  private static boolean isDegraded(Ladder ladder) {
    return ladder.held().flatMap(Restraint::degraded).isPresent();
  }

  static DegradedVariables degraded(Situation situation) {
    return DegradedVariables.of(
        situation.budget(), situation.workload(), situation.target().container().getName());
  }
}
