package dev.plimsoll.cli.plan;

import dev.plimsoll.cli.ExitCode;
import dev.plimsoll.cli.input.PlanOptions;
import dev.plimsoll.cli.terminal.Terminal;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll plan}. */
@Command(
    name = "plan",
    description = {
      "Works out the largest setting that fits a container's memory.",
      "",
      "Prints the plan, the ledger behind it line by line, the variables that carry it, and the plans"
          + " at other limits. Needs no cluster."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the plan is feasible",
      "2:invalid input; one line names file, field and remedy",
      "3:not even the smallest setting fits; the smallest limit is named"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll plan -f budget.yaml",
      "  plimsoll plan -f budget.yaml --limit 2Gi --cpus 2",
      "  kubectl get memorybudget web -o yaml | plimsoll plan -f - -o json"
    })
public final class PlanCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InputStream stdin;

  @Spec private CommandSpec spec;
  @Mixin private PlanOptions options;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      paramLabel = "FORMAT",
      converter = PlanFormat.Converter.class,
      description = "One of table, json, yaml. Default: ${DEFAULT-VALUE}.")
  private PlanFormat format;

  /**
   * The command.
   *
   * @param terminal where standard output goes
   * @param stdin what {@code -f -} reads
   */
  public PlanCommand(Terminal terminal, InputStream stdin) {
    this.terminal = terminal;
    this.stdin = stdin;
  }

  @Override
  public Integer call() {
    PlanAnswer answer = PlanAnswer.to(options.read(stdin));
    PrintWriter out = spec.commandLine().getOut();
    out.print(format.render(answer, terminal));
    out.flush();
    return switch (answer.outcome()) {
      case Plan _ -> ExitCode.OK;
      case Infeasible _ -> ExitCode.INFEASIBLE;
    };
  }
}
