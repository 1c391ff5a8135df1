package dev.plimsoll.agent;

import dev.plimsoll.agent.policy.FixedPolicy;
import dev.plimsoll.agent.sense.ContainerSensor;
import dev.plimsoll.agent.sense.Target;
import dev.plimsoll.agent.serve.Endpoint;
import dev.plimsoll.agent.serve.Sample;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.runtime.ProcessFacts;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.runtime.ServerRecognition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Goes once through what the agent does, so that the class cache holds it and nothing besides: its
 * own loop on the process that started it, then a server that exists in numbers alone.
 */
final class Training {
  private static final Duration LIVE = Duration.ofSeconds(3);

  private final GuardPolicy policy;
  private final Clock clock;

  private Training(GuardPolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  static void rehearse(Clock clock, Journal journal) throws IOException {
    Rehearsal rehearsal = Rehearsal.by(clock);
    Training training = new Training(rehearsal.policy(), clock);
    training.recogniseServer();
    training.guardOwnStarter(journal);
    serve(rehearsal.guardNumbers(1200));
  }

  private void recogniseServer() {
    List<String> command = List.of("/usr/bin/python3", "/usr/bin/gunicorn", "app:app");
    List<ProcessFacts> processes = new ArrayList<>();
    for (int pid = 1; pid <= 4; pid++) {
      processes.add(new ProcessFacts(pid, pid == 1 ? 0 : 1, pid, "gunicorn", command));
    }
    ServerRecognition.recognise(
        RuntimeProfiles.named(policy.runtime()).orElseThrow(), processes, 1);
  }

  private void guardOwnStarter(Journal journal) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    int pid = Math.toIntExact(self.parent().orElse(self).pid());
    GuardLoop loop =
        new GuardLoop(
            new Sample.Source("rehearsal", Optional.empty()),
            new FixedPolicy(policy),
            new ContainerSensor(new Target.CgroupOf(pid)),
            clock,
            journal);
    Thread guarding = Thread.ofPlatform().name("guard").start(loop);
    LockSupport.parkNanos(LIVE.toNanos());
    serve(loop.sample());
    loop.close();
    try {
      guarding.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void serve(Sample sample) throws IOException {
    try (Endpoint endpoint = Endpoint.open(0, () -> sample)) {
      for (String path : List.of("/healthz", "/sample", "/metrics")) {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
          client
              .getOutputStream()
              .write(("GET " + path + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
          client.getInputStream().readAllBytes();
        }
      }
    }
  }
}
