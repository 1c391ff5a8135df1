package dev.plimsoll.operator.report;

import static dev.plimsoll.operator.report.ConditionState.fails;
import static dev.plimsoll.operator.report.ConditionState.holds;
import static dev.plimsoll.operator.report.ConditionState.unknown;

import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.spec.Violation;
import dev.plimsoll.operator.report.Account.Planned;
import dev.plimsoll.operator.report.ConditionState.Type;
import dev.plimsoll.operator.report.Standing.Grade;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of each condition whether it holds. */
final class ConditionStates {
  static final String NOT_YET = "NotYetActive";

  private ConditionStates() {}

  static List<ConditionState> of(Account account) {
    return switch (account) {
      case Account.Invalid _, Account.Blocked _ -> notReady(ready(account));
      case Planned planned ->
          Stream.concat(
                  Stream.of(
                      withAsides(ready(account), planned), feasible(planned), applied(planned)),
                  Stream.concat(
                      MeteringStates.of(planned.usage()).stream(),
                      LadderConditions.of(planned.heldBack()).stream()))
              .toList();
    };
  }

  private static List<ConditionState> notReady(ConditionState ready) {
    return List.of(
        ready,
        unknown(Type.FEASIBLE, ready.reason(), "There is nothing to plan for: see Ready."),
        unknown(Type.APPLIED, ready.reason(), "Nothing is written: see Ready."),
        unknown(Type.METRICS_AVAILABLE, ready.reason(), "Nothing is measured: see Ready."),
        unknown(Type.WITHIN_BUDGET, ready.reason(), "Nothing is measured: see Ready."));
  }

  /** Whether the budget is ready, and nothing beside. */
  static ConditionState ready(Account account) {
    return switch (account) {
      case Account.Invalid(List<Violation> violations) ->
          fails(Type.READY, "InvalidSpec", violationsText(violations));
      case Account.Blocked(String reason, String message) -> fails(Type.READY, reason, message);
      case Planned planned -> ready(planned);
    };
  }

  private static String violationsText(List<Violation> violations) {
    return violations.stream().map(Violation::line).collect(Collectors.joining("; "));
  }

  private static ConditionState ready(Planned planned) {
    if (planned.outcome() instanceof Infeasible infeasible) {
      return fails(Type.READY, "DoesNotFit", PlanText.doesNotFit(infeasible, planned.limit()));
    }
    if (planned.standing().grade() == Grade.HELD) {
      return fails(Type.READY, planned.standing().reason(), planned.standing().message());
    }
    return holds(Type.READY, "Planned", "The budget is understood and planned.");
  }

  /**
   * What the manifest shows and what does not act yet, named whether or not the budget is ready.
   */
  private static ConditionState withAsides(ConditionState state, Planned planned) {
    String asides =
        Stream.concat(
                planned.findings().stream()
                    .map(finding -> " %s: %s".formatted(finding.reason(), finding.message())),
                planned.notes().stream().map(note -> " %s: %s.".formatted(NOT_YET, note.line())))
            .collect(Collectors.joining());
    return new ConditionState(
        state.type(), state.status(), state.reason(), state.message() + asides);
  }

  private static ConditionState feasible(Planned planned) {
    return switch (planned.outcome()) {
      case Plan plan -> holds(Type.FEASIBLE, "Fits", PlanText.fits(plan, planned.limit()));
      case Infeasible infeasible ->
          fails(Type.FEASIBLE, "DoesNotFit", PlanText.doesNotFit(infeasible, planned.limit()));
    };
  }

  private static ConditionState applied(Planned planned) {
    Standing standing = planned.standing();
    return standing.grade() == Grade.IN_FORCE
        ? holds(Type.APPLIED, standing.reason(), standing.message())
        : fails(Type.APPLIED, standing.reason(), standing.message());
  }
}
