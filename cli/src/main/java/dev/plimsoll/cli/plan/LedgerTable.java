package dev.plimsoll.cli.plan;

import dev.plimsoll.cli.document.RoundedUp;
import dev.plimsoll.cli.terminal.TextTable;
import dev.plimsoll.cli.terminal.TextTable.Column;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.plan.Ledger;
import java.util.ArrayList;
import java.util.List;

/** Where every byte goes: what a unit of each knob costs, what is left after it, what holds it. */
final class LedgerTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.left("KNOB"),
          Column.right("VALUE"),
          Column.right("UNITS"),
          Column.right("EACH"),
          Column.right("COST"),
          Column.right("LEFT"),
          Column.left("HELD BY"));

  private LedgerTable() {}

  static TextTable of(PlanAnswer answer) {
    return switch (answer.outcome()) {
      case Plan plan -> ofPlan(Ledger.of(answer.request(), plan));
      case Infeasible infeasible -> ofMinimum(infeasible);
    };
  }

  private static TextTable ofPlan(Ledger ledger) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(base(ledger.base(), left(ledger.spendable(), ledger.base())));
    for (Ledger.Entry entry : ledger.entries()) {
      rows.add(row(entry.line(), entry.left().toString(), holder(entry)));
    }
    rows.add(total(ledger.total(), ledger.left().toString()));
    return new TextTable(COLUMNS, rows);
  }

  private static TextTable ofMinimum(Infeasible infeasible) {
    Bytes spent = infeasible.base();
    List<List<String>> rows = new ArrayList<>();
    rows.add(base(spent, left(infeasible.spendable(), spent)));
    for (PlanLine line : infeasible.minimum()) {
      spent = spent.plus(line.cost());
      rows.add(row(line, left(infeasible.spendable(), spent), "min"));
    }
    rows.add(total(spent, left(infeasible.spendable(), spent)));
    return new TextTable(COLUMNS, rows);
  }

  private static List<String> base(Bytes cost, String left) {
    return List.of("base", "", "", "", cost.toString(), left, "");
  }

  private static List<String> row(PlanLine line, String left, String holder) {
    return List.of(
        line.knob(),
        Integer.toString(line.value()),
        Integer.toString(line.units()),
        line.unitCost().toString(),
        line.cost().toString(),
        left,
        holder);
  }

  private static List<String> total(Bytes cost, String left) {
    return List.of("total", "", "", "", cost.toString(), left, "");
  }

  /** With a minus where more is spent than may be. */
  private static String left(Bytes spendable, Bytes spent) {
    return spent.isMoreThan(spendable)
        ? "-" + spent.minusOrZero(spendable)
        : spendable.minusOrZero(spent).toString();
  }

  private static String holder(Ledger.Entry entry) {
    return switch (entry.line().bound()) {
      case MEMORY ->
          "memory (%d need %s)".formatted(entry.next().value(), RoundedUp.of(entry.next().limit()));
      case MIN -> "min";
      case MAX -> "max";
      case CPU -> "CPUs";
      case BORNE -> "borne";
      case MAX_TOTAL -> "maxTotal";
      case FIXED -> "your own value";
    };
  }
}
