package dev.plimsoll.cli.demo;

import dev.plimsoll.cli.ExitCode;
import dev.plimsoll.cli.demo.kubernetes.Checkout;
import dev.plimsoll.cli.demo.kubernetes.KubernetesDemo;
import dev.plimsoll.cli.demo.kubernetes.LoadPlan;
import dev.plimsoll.cli.demo.kubernetes.Verdict;
import dev.plimsoll.cli.program.Program;
import dev.plimsoll.cli.terminal.Terminal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code plimsoll demo}. */
@Command(
    name = "demo",
    description = "Shows on a real application what a budget does, and leaves nothing running.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final double RATE = 10;

  private final Terminal terminal;
  private final Map<String, String> environment;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--kubernetes",
      required = true,
      description = "On a Kubernetes of its own, in a container.")
  private boolean kubernetes;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long requests come on each side, 20 to 600 (default: ${DEFAULT-VALUE}).")
  private int seconds = 60;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the requests; both sides get the same (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  public DemoCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (seconds < 20 || seconds > 600) {
      throw new ParameterException(
          spec.commandLine(), "--seconds: " + seconds + " is out of range: give 20 to 600");
    }
    Optional<Checkout> checkout = Checkout.of(environment);
    if (checkout.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "demo: it builds what it shows, so it needs the sources: run ./plimsoll demo in a checkout");
    }
    Story story = new Story(spec.commandLine().getOut(), terminal, Clock.systemUTC());
    try {
      Verdict verdict =
          new KubernetesDemo(checkout.get(), story, terminal)
              .run(new LoadPlan(seed, RATE, seconds));
      verdict.shortfalls().forEach(story::tellBad);
      return verdict.holds() ? ExitCode.OK : ExitCode.FAULT;
    } catch (Program.Failed failed) {
      spec.commandLine().getErr().println("plimsoll demo: " + failed.getMessage());
      return ExitCode.FAULT;
    }
  }
}
