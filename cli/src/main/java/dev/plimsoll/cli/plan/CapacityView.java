package dev.plimsoll.cli.plan;

import dev.plimsoll.cli.terminal.TextTable;
import dev.plimsoll.cli.terminal.TextTable.Column;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.plan.CapacityTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the budget would come to at the usual sizes of containers. */
final class CapacityView {

  private CapacityView() {}

  static TextTable of(CapacityTable capacity) {
    boolean hasUsers = capacity.rows().stream().anyMatch(row -> row.users().isPresent());
    List<Column> columns = new ArrayList<>(List.of(Column.left("LIMIT"), Column.right("USED")));
    if (hasUsers) {
      columns.add(Column.right("USERS"));
    }
    columns.add(Column.left("PLAN"));
    return new TextTable(columns, capacity.rows().stream().map(CapacityView::cells).toList());
  }

  private static List<String> cells(CapacityTable.Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.limit().toString());
    cells.add(
        switch (row.outcome()) {
          case Plan plan -> plan.total().toString();
          case Infeasible _ -> "-";
        });
    row.users().ifPresent(users -> cells.add(Long.toString(users)));
    cells.add(
        switch (row.outcome()) {
          case Plan plan ->
              plan.values().entrySet().stream()
                  .map(value -> value.getKey() + " " + value.getValue())
                  .collect(Collectors.joining(", "));
          case Infeasible _ -> "nothing fits";
        });
    return cells;
  }
}
