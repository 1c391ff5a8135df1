package dev.plimsoll.cli;

import dev.plimsoll.cli.demo.DemoCommand;
import dev.plimsoll.cli.export.ExportCommand;
import dev.plimsoll.cli.input.InvalidInput;
import dev.plimsoll.cli.plan.PlanCommand;
import dev.plimsoll.cli.run.RunCommand;
import dev.plimsoll.cli.terminal.Terminal;
import java.io.InputStream;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command itself: knows its subcommands and turns their ends into exit codes. */
@Command(
    name = "plimsoll",
    description = "Keeps an application inside its container's memory.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "plimsoll COMMAND --help tells more of a command."})
public final class Plimsoll implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Plimsoll() {}

  public static void main(String[] arguments) {
    System.exit(
        commandLine(Terminal.of(System.getenv()), System.in, System.getenv()).execute(arguments));
  }

  /**
   * The command with its subcommands.
   *
   * @param terminal where standard output goes
   * @param stdin what {@code -f -} reads
   * @param environment variables; PLIMSOLL_HOME is the checkout that the launcher was started from
   */
  public static CommandLine commandLine(
      Terminal terminal, InputStream stdin, Map<String, String> environment) {
    CommandLine line =
        new CommandLine(new Plimsoll())
            .addSubcommand(new PlanCommand(terminal, stdin))
            .addSubcommand(new ExportCommand(stdin))
            .addSubcommand(runCommand(new RunCommand(stdin, environment)))
            .addSubcommand(new DemoCommand(terminal, environment));
    return line.setUsageHelpWidth(terminal.columns())
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(terminal)))
        .setExecutionExceptionHandler(Plimsoll::refuse)
        .setParameterExceptionHandler(Plimsoll::refuseArguments);
  }

  /** What comes after the command's name is the command's own, options included. */
  private static CommandLine runCommand(RunCommand run) {
    return new CommandLine(run).setStopAtPositional(true);
  }

  private static Ansi ansi(Terminal terminal) {
    return terminal.colour() == Terminal.Colour.ANSI ? Ansi.ON : Ansi.OFF;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int refuse(Exception failure, CommandLine line, ParseResult parsed)
      throws Exception {
    if (failure instanceof InvalidInput invalid) {
      line.getErr().println(invalid.getMessage());
      return ExitCode.INVALID;
    }
    throw failure;
  }

  private static int refuseArguments(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    line.getErr()
        .printf(
            "plimsoll: %s: see %s --help%n",
            problem(failure, line), line.getCommandSpec().qualifiedName());
    return ExitCode.INVALID;
  }

  private static String problem(ParameterException failure, CommandLine line) {
    return failure instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && !line.getSubcommands().isEmpty()
        ? "%s is no command: use one of %s"
            .formatted(
                unmatched.getUnmatched().getFirst(),
                String.join(", ", line.getSubcommands().keySet()))
        : failure.getMessage().lines().findFirst().orElse("the arguments are not understood");
  }
}
