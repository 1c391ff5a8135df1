package dev.plimsoll.cli.run;

import dev.plimsoll.agent.launch.Child;
import dev.plimsoll.cli.ExitCode;
import dev.plimsoll.cli.document.RoundedUp;
import dev.plimsoll.cli.input.BudgetText;
import dev.plimsoll.cli.input.LimitOption;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Infeasible;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanRequest;
import dev.plimsoll.core.plan.Planner;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll run}. */
@Command(
    name = "run",
    description = {
      "Runs a command inside its budget, without Kubernetes.",
      "",
      "Plans for the memory limit that holds here, sets the budget's variables, starts the command and"
          + " guards it: a worker is recycled before the kernel kills one. Signals are forwarded; the"
          + " command's exit status is the end's."
    },
    customSynopsis = "plimsoll run --budget FILE [--limit QUANTITY] [--report FILE] -- COMMAND...",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: the command's own; 2 bad input, 3 not even the smallest setting fits: nothing was"
          + " started.",
      "",
      "  plimsoll run --budget budget.yaml -- gunicorn app:app",
      "  plimsoll run --budget budget.yaml --limit 512Mi -- gunicorn app:app"
    })
public final class RunCommand implements Callable<Integer> {
  private static final String WORKERS = "workers";

  /** What a drain is longer than the server's own graceful timeout. */
  private static final Duration DRAIN_MARGIN = Duration.ofSeconds(5);

  private final InputStream stdin;
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "FILE",
      description = "The MemoryBudget, as YAML or JSON; - reads standard input.")
  private String file;

  @Option(
      names = "--limit",
      paramLabel = "QUANTITY",
      description =
          "Makes a memory cgroup of this size for the command, such as 512Mi; needs the right to make"
              + " one. Default: the limit that holds here, or spec.memory.limit if that is smaller.")
  private String limit;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Keeps a JSON file of what was done: every action, and memory at its highest.")
  private String report;

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The program and its arguments.")
  private List<String> command;

  /**
   * The command.
   *
   * @param stdin what {@code --budget -} reads
   * @param environment variables; PLIMSOLL_HANDOVER is where a launcher waits for the line that it
   *     is to become, PLIMSOLL_AGENT_CACHE the class cache that it has for that
   */
  public RunCommand(InputStream stdin, Map<String, String> environment) {
    this.stdin = stdin;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    BudgetText text = BudgetText.read(file, stdin);
    Budget budget = text.budget();
    FoundLimit found =
        FoundLimit.of(
            Optional.ofNullable(limit).map(LimitOption::parse),
            budget.memory().limit(),
            text.label());
    UsersValues users = new UsersValues(budget, environment);
    return switch (Planner.plan(request(budget, found, users))) {
      case Infeasible infeasible -> refuse(text.label(), infeasible);
      case Plan plan -> {
        UsersValues.Settled settled = users.settle(plan);
        tell(plan, found, settled);
        yield handOver(
            new Handover(
                AgentMachine.of(environment),
                policy(budget, plan),
                found.toMake(),
                Optional.ofNullable(report),
                settled.variables(),
                command));
      }
    };
  }

  private static PlanRequest request(Budget budget, FoundLimit limit, UsersValues users) {
    OptionalInt cpus = OptionalInt.of(Runtime.getRuntime().availableProcessors());
    return users.aroundThem(PlanRequest.of(budget, limit.bytes(), cpus));
  }

  private static GuardPolicy policy(Budget budget, Plan plan) {
    RuntimeProfile runtime = RuntimeProfiles.named(budget.runtime().type()).orElseThrow();
    return new GuardPolicy(
        budget.name(),
        runtime.name(),
        runtime.processes(),
        budget.guard().softPercent(),
        budget.guard().hardPercent(),
        budget
            .guard()
            .drain()
            .orElseGet(
                () -> runtime.gracefulTimeout(budget.runtime().arguments()).plus(DRAIN_MARGIN)),
        budget.guard().maxWorkerAge(),
        budget.guard().actions(),
        plan.values().containsKey(WORKERS)
            ? OptionalInt.of(plan.values().get(WORKERS))
            : OptionalInt.empty(),
        1,
        "");
  }

  private void tell(Plan plan, FoundLimit limit, UsersValues.Settled settled) {
    PrintWriter err = spec.commandLine().getErr();
    String values =
        plan.values().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    err.printf(
        "plimsoll: %s from %s: %s (%s used, %s left)%n",
        limit.bytes(), limit.from(), values, plan.total(), plan.headroom());
    settled.remarks().forEach(remark -> err.println("plimsoll: " + remark));
    if (limit.inForce().isEmpty()) {
      err.println(
          "plimsoll: the kernel limits no memory here, so the guard can only watch the machine's:"
              + " give --limit "
              + limit.bytes()
              + " as well");
    }
    err.flush();
  }

  private int refuse(String label, Infeasible infeasible) {
    spec.commandLine()
        .getErr()
        .printf(
            "%s: not even the smallest setting fits %s, and nothing was started: raise the limit to"
                + " %s%n",
            label, infeasible.limit(), RoundedUp.of(infeasible.smallestLimit()));
    return ExitCode.INFEASIBLE;
  }

  /** A launcher becomes the agent's process; without one it is a child, and this one waits. */
  private int handOver(Handover handover) throws IOException, InterruptedException {
    String launcher = environment.get("PLIMSOLL_HANDOVER");
    if (launcher != null) {
      Files.writeString(Path.of(launcher), handover.shellLine());
      return ExitCode.OK;
    }
    Child agent = Child.startForwarding(handover.words(), Map.of());
    return agent.exitStatus();
  }
}
