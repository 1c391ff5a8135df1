package dev.plimsoll.cli.plan;

import dev.plimsoll.cli.document.RoundedUp;
import dev.plimsoll.cli.terminal.Terminal;
import dev.plimsoll.cli.terminal.Terminal.Style;
import dev.plimsoll.cli.terminal.TextTable;
import dev.plimsoll.cli.terminal.TextTable.Column;
import dev.plimsoll.cli.terminal.Wrapping;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer for people: the plan in a sentence, where every byte goes, the variables, and the
 * plans at other limits.
 *
 * @param answer what is shown
 * @param terminal where it is shown
 */
record TablePage(PlanAnswer answer, Terminal terminal) {

  String text() {
    List<String> lines = new ArrayList<>(headline());
    lines.add("");
    lines.addAll(LedgerTable.of(answer).lines(terminal));
    if (!answer.variables().isEmpty()) {
      lines.add("");
      lines.addAll(variables().lines(terminal));
    }
    lines.add("");
    lines.addAll(CapacityView.of(answer.capacity()).lines(terminal));
    List<String> asides = asides();
    if (!asides.isEmpty()) {
      lines.add("");
      lines.addAll(asides);
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> headline() {
    String subject =
        "%s at %s: ".formatted(answer.input().budget().target(), answer.input().limit());
    List<String> lines = new ArrayList<>();
    switch (answer.outcome()) {
      case Plan plan -> {
        lines.add(subject + terminal.styled(Style.GOOD, "feasible"));
        lines.addAll(
            wrapped(
                "%s of %s may be used, and %s are when every unit is at its peak."
                    .formatted(plan.spendable(), plan.limit(), plan.total())));
      }
      case Infeasible infeasible -> {
        lines.add(subject + terminal.styled(Style.BAD, "not feasible"));
        lines.addAll(
            wrapped(
                "%s of %s may be used, and the smallest setting takes %s: raise the limit to %s, or"
                        .formatted(
                            infeasible.spendable(),
                            infeasible.limit(),
                            infeasible.minimumTotal(),
                            RoundedUp.of(answer.advice().forMinimum()))
                    + " lower what the ledger shows."));
      }
    }
    return lines;
  }

  private TextTable variables() {
    return new TextTable(
        List.of(Column.left("VARIABLE"), Column.left("VALUE")),
        answer.variables().entrySet().stream()
            .map(variable -> List.of(variable.getKey(), variable.getValue()))
            .toList());
  }

  private List<String> asides() {
    return Asides.of(answer).stream()
        .flatMap(aside -> wrapped(aside).stream())
        .map(line -> terminal.styled(Style.ASIDE, line))
        .toList();
  }

  private List<String> wrapped(String text) {
    return Wrapping.wrap(text, terminal.columns());
  }
}
