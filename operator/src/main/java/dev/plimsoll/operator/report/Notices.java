package dev.plimsoll.operator.report;

import dev.plimsoll.core.model.Plan;
import dev.plimsoll.operator.diagnose.Finding;
import dev.plimsoll.operator.diagnose.Severity;
import dev.plimsoll.operator.report.Account.Planned;
import dev.plimsoll.operator.report.ConditionState.Status;
import dev.plimsoll.operator.report.Standing.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The states of a budget that are worth an event each. */
public final class Notices {
  private Notices() {}

  /** All that hold. */
  public static List<Notice> of(Account account) {
    List<Notice> notices = new ArrayList<>();
    Stream.of(ConditionStates.ready(account))
        .filter(state -> state.status() == Status.FALSE)
        .map(state -> Notice.trouble(state.reason(), state.message()))
        .forEach(notices::add);
    if (account instanceof Planned planned) {
      if (planned.outcome() instanceof Plan plan) {
        notices.add(Notice.state("Planned", PlanText.fits(plan) + "."));
      }
      notices.addAll(LadderConditions.notices(planned.heldBack()));
      planned.findings().stream().map(Notices::of).forEach(notices::add);
      MeteringStates.troubles(planned.usage()).stream()
          .map(state -> Notice.trouble(state.reason(), state.message()))
          .forEach(notices::add);
      planned
          .notes()
          .forEach(note -> notices.add(Notice.state(ConditionStates.NOT_YET, note.line())));
      if (planned.standing().grade() == Grade.WAITING) {
        notices.add(Notice.state(planned.standing().reason(), planned.standing().message()));
      }
    }
    return List.copyOf(notices);
  }

  private static Notice of(Finding finding) {
    return finding.severity() == Severity.WARNING
        ? Notice.trouble(finding.reason(), finding.message())
        : Notice.state(finding.reason(), finding.message());
  }
}
