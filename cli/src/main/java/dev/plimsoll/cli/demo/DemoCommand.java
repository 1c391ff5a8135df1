package dev.plimsoll.cli.demo;

import dev.plimsoll.cli.ExitCode;
import dev.plimsoll.cli.demo.kubernetes.Checkout;
import dev.plimsoll.cli.demo.kubernetes.KubernetesDemo;
import dev.plimsoll.cli.demo.kubernetes.LoadPlan;
import dev.plimsoll.cli.demo.kubernetes.Verdict;
import dev.plimsoll.cli.demo.local.Ending;
import dev.plimsoll.cli.demo.local.LocalDemo;
import dev.plimsoll.cli.demo.local.Replay;
import dev.plimsoll.cli.demo.local.Scenario;
import dev.plimsoll.cli.demo.local.Screen;
import dev.plimsoll.cli.demo.record.Comparison;
import dev.plimsoll.cli.demo.record.Origin;
import dev.plimsoll.cli.demo.record.Recording;
import dev.plimsoll.cli.demo.record.RecordingFile;
import dev.plimsoll.cli.program.Program;
import dev.plimsoll.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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
    description = {
      "Shows on a real application what Plimsoll does, and leaves nothing running.",
      "",
      "Puts the same load twice on a real gunicorn that leaks and bursts under a real memory limit of"
          + " 256Mi: first alone, then guarded by plimsoll run. Where no memory can be limited, it"
          + " shows a recording and says so."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final double KUBERNETES_RATE = 10;
  private static final int KUBERNETES_SECONDS = 60;
  private static final int LOCAL_SECONDS = 50;
  private static final double REPLAY_PACE = 5;

  private final Terminal terminal;
  private final Map<String, String> environment;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Writes summary.json, recording.json and report.html, to be looked at, there.")
  private Path report;

  @Option(
      names = "--kubernetes",
      description =
          "Instead on a Kubernetes of its own, in a container: first without, then with the operator"
              + " and a budget.")
  private boolean kubernetes;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description =
          "How long requests come on each side, 20 to 600. Default: "
              + LOCAL_SECONDS
              + ", with --kubernetes "
              + KUBERNETES_SECONDS
              + ".")
  private Integer seconds;

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
  public Integer call() throws InterruptedException {
    if (seconds != null && (seconds < 20 || seconds > 600)) {
      throw new ParameterException(
          spec.commandLine(), "--seconds: " + seconds + " is out of range: give 20 to 600");
    }
    Story story = new Story(spec.commandLine().getOut(), terminal, Clock.systemUTC());
    try {
      return kubernetes ? onKubernetes(story) : here(story);
    } catch (Program.Failed failed) {
      spec.commandLine().getErr().println("plimsoll demo: " + failed.getMessage());
      return ExitCode.FAULT;
    }
  }

  private int here(Story story) throws InterruptedException {
    Screen screen = new Screen(spec.commandLine().getOut(), terminal);
    Scenario scenario = Scenario.usual(seed, Duration.ofSeconds(secondsOr(LOCAL_SECONDS)));
    try (Interruptible _ = Interruptible.here();
        DemoFolder folder = DemoFolder.make()) {
      LocalDemo demo =
          new LocalDemo(scenario, folder.path(), environment, story, screen, Clock.systemUTC());
      return switch (demo.run()) {
        case LocalDemo.Outcome.Shown(Recording recording) ->
            end(story, new Ending(recording, Origin.LIVE));
        case LocalDemo.Outcome.Impossible(String why) -> {
          Recording recording = RecordingFile.shipped();
          story.print("No real limit is possible here: " + why + ".");
          story.print(
              "So this is a recording, made by the same command on %s (%s), %.0f times as fast."
                  .formatted(
                      recording.recordedAt().truncatedTo(ChronoUnit.SECONDS),
                      recording.machine(),
                      REPLAY_PACE));
          new Replay(recording, story, screen, REPLAY_PACE).show();
          yield end(story, new Ending(recording, Origin.RECORDED));
        }
      };
    }
  }

  private int end(Story story, Ending ending) {
    ending.tell(story, terminal);
    if (report != null) {
      ending.write(report);
      story.print("The report is " + report.resolve("report.html"));
    }
    return Comparison.of(ending.recording()).holds() ? ExitCode.OK : ExitCode.FAULT;
  }

  private int onKubernetes(Story story) {
    Optional<Checkout> checkout = Checkout.of(environment);
    if (checkout.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "demo: it builds what it shows, so it needs the sources: run ./plimsoll demo in a checkout");
    }
    Verdict verdict =
        new KubernetesDemo(checkout.get(), story, terminal)
            .run(new LoadPlan(seed, KUBERNETES_RATE, secondsOr(KUBERNETES_SECONDS)));
    verdict.shortfalls().forEach(story::tellBad);
    return verdict.holds() ? ExitCode.OK : ExitCode.FAULT;
  }

  private int secondsOr(int usual) {
    return seconds == null ? usual : seconds;
  }
}
