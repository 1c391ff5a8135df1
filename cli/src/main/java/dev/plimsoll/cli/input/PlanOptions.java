package dev.plimsoll.cli.input;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options of every command that makes a plan of a budget file. */
public final class PlanOptions {
  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "FILE",
      description = "The MemoryBudget, as YAML or JSON; - reads standard input.")
  private String file;

  @Option(
      names = "--limit",
      paramLabel = "QUANTITY",
      description =
          "The container's memory limit, such as 512Mi. Default: spec.memory.limit of the budget.")
  private String limit;

  @Option(
      names = "--cpus",
      paramLabel = "N",
      description =
          "The container's CPUs, such as 2 or 500m, for knobs that declare cpu. Default: such a knob"
              + " has no bound by CPUs.")
  private String cpus;

  /**
   * What the options ask for.
   *
   * @param stdin what {@code -f -} reads
   * @throws InvalidInput where the file or an option cannot be used
   */
  public PlanInput read(InputStream stdin) {
    BudgetText text = BudgetText.read(file, stdin);
    return new PlanInput(
        text.label(),
        text.budget(),
        text.notes(),
        limitFor(text.budget(), text.label()),
        wholeCpus());
  }

  private Bytes limitFor(Budget budget, String label) {
    return Optional.ofNullable(limit)
        .map(LimitOption::parse)
        .or(budget.memory()::limit)
        .orElseThrow(
            () ->
                new InvalidInput(
                    label
                        + ": spec.memory.limit: is missing, and there is no container here to read"
                        + " it from: set it, or give --limit 512Mi"));
  }

  private OptionalInt wholeCpus() {
    if (cpus == null) {
      return OptionalInt.empty();
    }
    OptionalInt whole = CpuAmount.wholeCpus(cpus);
    if (whole.isEmpty()) {
      throw new InvalidInput("--cpus: is not a number of CPUs: write it as 2, 1.5 or 500m");
    }
    return whole;
  }
}
