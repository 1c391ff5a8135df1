package dev.plimsoll.agent;

import dev.plimsoll.agent.policy.PolicyFile;
import dev.plimsoll.agent.sense.ContainerSensor;
import dev.plimsoll.agent.sense.Target;
import dev.plimsoll.agent.serve.Endpoint;
import dev.plimsoll.agent.serve.Sample;
import dev.plimsoll.agent.serve.Timestamps;
import dev.plimsoll.core.guard.PolicyText;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** The sidecar: guards one container of its pod until the pod ends. */
public final class AgentMain {
  private static final int UNUSABLE = 2;

  private AgentMain() {}

  /** Runs the agent; see {@link AgentOptions} for what it is told. */
  public static void main(String[] arguments) throws IOException {
    switch (AgentOptions.parse(arguments)) {
      case AgentOptions.Outcome.Refused(String message) -> {
        System.err.println("agent: " + message);
        System.exit(UNUSABLE);
      }
      case AgentOptions.Outcome.Valid(AgentOptions options) -> guard(options);
    }
  }

  private static void guard(AgentOptions options) throws IOException {
    Clock clock = Clock.systemUTC();
    Journal journal = line -> System.out.println(Timestamps.of(clock.instant()) + " " + line);
    if (options.training()) {
      Training.rehearse(clock, journal);
      return;
    }
    Optional<String> pod = variable("PLIMSOLL_POD");
    String agent = Long.toHexString(System.nanoTime() ^ ProcessHandle.current().pid() << 48);
    PolicyText.Place place =
        new PolicyText.Place(
            options.container(), variable("PLIMSOLL_POD_UID").or(() -> pod).orElse(agent));
    GuardLoop loop =
        new GuardLoop(
            new Sample.Source(agent, pod),
            new PolicyFile(options.policy(), place, System.nanoTime()),
            new ContainerSensor(new Target.Container(options.container())),
            clock,
            journal);
    serve(options.port(), loop, journal);
    loop.run();
  }

  /** To end where it cannot would keep the pod from becoming ready, and guarding needs no port. */
  private static void serve(int port, GuardLoop loop, Journal journal) {
    try {
      journal.tell("serving samples on port " + Endpoint.open(port, loop::sample).port());
    } catch (IOException e) {
      journal.tell(e.getMessage() + "; it guards on, and nobody can ask it");
    }
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
  }
}
