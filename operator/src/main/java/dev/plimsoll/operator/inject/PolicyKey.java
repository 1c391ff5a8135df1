package dev.plimsoll.operator.inject;

import dev.plimsoll.operator.apply.BudgetLabel;

/** The name of a budget's policy among those of its namespace. */
final class PolicyKey {
  private PolicyKey() {}

  /** The key in the ConfigMap, and so the file's name; long names are cut and made unique again. */
  static String of(String budget) {
    return BudgetLabel.valueFor(budget) + ".properties";
  }
}
