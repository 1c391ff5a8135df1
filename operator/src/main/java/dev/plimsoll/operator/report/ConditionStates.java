package dev.plimsoll.operator.report;

import static dev.plimsoll.operator.report.ConditionState.fails;
import static dev.plimsoll.operator.report.ConditionState.holds;
import static dev.plimsoll.operator.report.ConditionState.unknown;

import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.spec.Violation;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.report.Account.Planned;
import dev.plimsoll.operator.report.ConditionState.Type;
import dev.plimsoll.operator.report.Standing.Grade;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of each condition whether it holds. */
final class ConditionStates {
  private static final String NOT_YET = "NotYetActive";

  private ConditionStates() {}

  static List<ConditionState> of(Account account) {
    return switch (account) {
      case Account.Invalid(List<Violation> violations) ->
          notReady("InvalidSpec", violationsText(violations));
      case Account.Blocked(String reason, String message) -> notReady(reason, message);
      case Planned planned ->
          List.of(ready(planned), feasible(planned), applied(planned), metricsAvailable());
    };
  }

  private static List<ConditionState> notReady(String reason, String message) {
    return List.of(
        fails(Type.READY, reason, message),
        unknown(Type.FEASIBLE, reason, "There is nothing to plan for: see Ready."),
        unknown(Type.APPLIED, reason, "Nothing is written: see Ready."),
        metricsAvailable());
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
    List<String> more =
        Stream.concat(
                planned.findings().stream()
                    .map(finding -> finding.reason() + ": " + finding.message()),
                planned.notes().stream().map(note -> note.line() + "."))
            .toList();
    return more.isEmpty()
        ? holds(Type.READY, "Planned", "The budget is understood and planned.")
        : holds(Type.READY, firstWord(planned), String.join(" ", more));
  }

  private static String firstWord(Planned planned) {
    return planned.findings().stream().map(Finding::reason).findFirst().orElse(NOT_YET);
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

  private static ConditionState metricsAvailable() {
    return fails(
        Type.METRICS_AVAILABLE,
        "NoAgent",
        "The pods' use is not known, so its columns stay empty: this version puts no agent into pods yet. There is nothing to do.");
  }
}
