package dev.plimsoll.agent;

import dev.plimsoll.agent.act.ActionLog;
import dev.plimsoll.agent.act.Signals;
import dev.plimsoll.agent.act.WorkerRecycler;
import dev.plimsoll.agent.policy.FixedPolicy;
import dev.plimsoll.agent.sense.ContainerSensor;
import dev.plimsoll.agent.sense.KernelKills;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.agent.sense.Target;
import dev.plimsoll.agent.serve.Endpoint;
import dev.plimsoll.agent.serve.ReactionTimes;
import dev.plimsoll.agent.serve.Sample;
import dev.plimsoll.core.guard.Action;
import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.guard.Guard;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.GuardState;
import dev.plimsoll.core.guard.GuardStep;
import dev.plimsoll.core.guard.PolicyText;
import dev.plimsoll.core.guard.ProcessId;
import dev.plimsoll.core.guard.Reading;
import dev.plimsoll.core.guard.RecycleReason;
import dev.plimsoll.core.guard.ServerReading;
import dev.plimsoll.core.guard.WorkerReading;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.runtime.ProcessFacts;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.runtime.ServerRecognition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Goes once through what the agent does, so that the class cache holds it and nothing besides: its
 * own loop on the process that started it, then a server that exists in numbers alone.
 */
final class Training {
  private static final Bytes LIMIT = Bytes.ofMebi(256);
  private static final Duration LIVE = Duration.ofSeconds(3);

  /** No process has it: the highest number that Linux gives is below. */
  private static final ProcessId NOBODY = new ProcessId(1 << 23, 0);

  private final GuardPolicy policy;
  private final Clock clock;

  private Training(GuardPolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  static void rehearse(Clock clock, Journal journal) throws IOException {
    PolicyText.Place place = new PolicyText.Place("web", "rehearsal");
    String text =
        PolicyText.render(PolicyText.defaults(place)).replace("generic", "gunicorn")
            + "maxWorkerAge=PT30M\nplannedWorkers=3\n";
    switch (PolicyText.parse(text, place)) {
      case PolicyText.Outcome.Refused(String message) -> throw new IllegalStateException(message);
      case PolicyText.Outcome.Valid(GuardPolicy policy) -> {
        Training training = new Training(policy, clock);
        training.recogniseServer();
        training.guardOwnStarter(journal);
        serve(training.guardNumbers());
      }
    }
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

  /** Fills three workers up to the limit, and carries out what is decided on nobody. */
  private Sample guardNumbers() {
    WorkerRecycler recycler = new WorkerRecycler(new Signals());
    ActionLog log = new ActionLog();
    GuardState state = GuardState.initial();
    Reading reading = reading(0);
    GuardStep step = Guard.step(policy, state, reading);
    for (int tick = 0; tick < 1200; tick++) {
      reading = reading(tick);
      log.observe(reading);
      step = Guard.step(policy, state, reading);
      state = step.next();
      for (Action action : step.actions()) {
        log.add(action, clock.instant(), reading);
      }
    }
    for (Action action :
        List.of(
            new Action.Recycle(NOBODY, RecycleReason.SOFT, policy.drain(), "rehearsed"),
            new Action.Shed(NOBODY, Action.ShedReason.BOOT, "rehearsed"))) {
      recycler.carryOut(action, policy.model());
      log.add(action, clock.instant(), reading);
    }
    return new Sample(
        new Sample.Source("rehearsal", Optional.of("web-0")),
        Instant.EPOCH,
        new FixedPolicy(policy).at(0),
        new Observation.Seen(
            reading,
            new Observation.ContainerFacts(
                Optional.empty(),
                Optional.empty(),
                new KernelKills(
                    List.of(new KernelKills.OfStart(Optional.of("c"), 1)), List.of(Instant.EPOCH)),
                false,
                List.of())),
        Optional.of(step),
        LIMIT,
        log.told(),
        ReactionTimes.none().and(Duration.ofMillis(20)));
  }

  private static Reading reading(int tick) {
    Bytes grown = new Bytes(Bytes.ofMebi(20).count() + tick * 64L * 1024);
    List<WorkerReading> workers = new ArrayList<>();
    for (int pid = 2; pid <= 4; pid++) {
      workers.add(
          new WorkerReading(
              new ProcessId(NOBODY.pid() + pid, pid),
              Duration.ofMillis(100L * tick),
              grown,
              Duration.ofMillis(tick)));
    }
    Bytes held = grown.times(3).min(LIMIT);
    return new Reading(
        Duration.ofMillis(100L * tick),
        new ContainerMemory(LIMIT, held, held, held, tick / 1000),
        new ServerReading.Serving(NOBODY, Bytes.ofMebi(10), workers));
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
