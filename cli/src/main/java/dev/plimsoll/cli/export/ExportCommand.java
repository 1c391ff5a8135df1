package dev.plimsoll.cli.export;

import dev.plimsoll.cli.ExitCode;
import dev.plimsoll.cli.document.RoundedUp;
import dev.plimsoll.cli.input.InvalidInput;
import dev.plimsoll.cli.input.PlanInput;
import dev.plimsoll.cli.input.PlanOptions;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.Planner;
import dev.plimsoll.core.runtime.DesiredEnvironment;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll export}. */
@Command(
    name = "export",
    description = {
      "Prints a plan's variables for teams that keep values in Git.",
      "",
      "kustomize is a strategic-merge patch of the target's container, helm a snippet of values, env"
          + " lines of NAME=value. The same budget gives the same text, so that a diff shows a"
          + " changed plan and nothing else."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the plan is feasible and was printed",
      "2:invalid input; one line names file, field and remedy",
      "3:not even the smallest setting fits; nothing is printed but the smallest limit"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll export -f budget.yaml -o kustomize > memory-patch.yaml",
      "  plimsoll export -f budget.yaml -o helm --key web.extraEnv",
      "  plimsoll export -f budget.yaml -o env --limit 1Gi > .env"
    })
public final class ExportCommand implements Callable<Integer> {
  private final InputStream stdin;

  @Spec private CommandSpec spec;
  @Mixin private PlanOptions options;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FORMAT",
      converter = ExportKind.Converter.class,
      description = "One of kustomize, helm, env.")
  private ExportKind kind;

  @Option(
      names = "--container",
      paramLabel = "NAME",
      description = "The container to patch, for kustomize. Default: spec.container of the budget.")
  private String container;

  @Option(
      names = "--key",
      defaultValue = "env",
      paramLabel = "PATH",
      description =
          "Where the chart takes a container's env list, for helm. Default: ${DEFAULT-VALUE}.")
  private String key;

  /**
   * The command.
   *
   * @param stdin what {@code -f -} reads
   */
  public ExportCommand(InputStream stdin) {
    this.stdin = stdin;
  }

  @Override
  public Integer call() {
    PlanInput input = options.read(stdin);
    ExportFormat format = format(input);
    return switch (Planner.plan(PlanRequest.of(input.budget(), input.limit(), input.cpus()))) {
      case Plan plan -> print(input, plan, format);
      case Infeasible infeasible -> refuse(input, infeasible);
    };
  }

  private ExportFormat format(PlanInput input) {
    return switch (kind) {
      case KUSTOMIZE -> new KustomizePatch(containerOf(input));
      case HELM -> new HelmValues(key);
      case ENV -> new Dotenv();
    };
  }

  private String containerOf(PlanInput input) {
    return Optional.ofNullable(container)
        .or(input.budget()::container)
        .orElseThrow(
            () ->
                new InvalidInput(
                    input.label()
                        + ": spec.container: a patch has to name the container: set it, or give"
                        + " --container NAME"));
  }

  private int print(PlanInput input, Plan plan, ExportFormat format) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        format.render(
            new PlannedVariables(
                input.budget(), plan, DesiredEnvironment.of(input.budget(), plan).alone())));
    out.flush();
    return ExitCode.OK;
  }

  private int refuse(PlanInput input, Infeasible infeasible) {
    spec.commandLine()
        .getErr()
        .printf(
            "%s: not even the smallest setting fits %s: raise the limit to %s%n",
            input.label(), infeasible.limit(), RoundedUp.of(infeasible.smallestLimit()));
    return ExitCode.INFEASIBLE;
  }
}
