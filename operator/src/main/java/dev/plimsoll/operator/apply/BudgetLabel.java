package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The label by which a budget's pods are found. */
public final class BudgetLabel {
  public static final String NAME = "plimsoll.dev/budget";

  /** Where it stands in a workload. */
  static final List<String> PATH = List.of("spec", "template", "metadata", "labels", NAME);

  /** The longest value that a label may have. */
  private static final int LONGEST = 63;

  private BudgetLabel() {}

  /** The label's value for a budget: its name, cut and made unique again where it is too long. */
  public static String valueFor(String budget) {
    if (budget.length() <= LONGEST) {
      return budget;
    }
    String hash = ValuesHash.of(budget, Map.of());
    return budget.substring(0, LONGEST - hash.length() - 1) + "-" + hash;
  }

  /** The value that a workload's pods have. */
  static Optional<String> on(Workload workload) {
    return Optional.ofNullable(workload.template().getMetadata())
        .map(metadata -> metadata.getLabels())
        .map(labels -> labels.get(NAME));
  }
}
