package dev.plimsoll.agent.servers;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.agent.GuardLoop;
import dev.plimsoll.agent.Journal;
import dev.plimsoll.agent.act.Signals;
import dev.plimsoll.agent.launch.LimitedGroup;
import dev.plimsoll.agent.policy.FixedPolicy;
import dev.plimsoll.agent.sense.ContainerSensor;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.agent.sense.Target;
import dev.plimsoll.agent.serve.Sample;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.ProcessId;
import dev.plimsoll.core.guard.ServerReading;
import dev.plimsoll.core.guard.WorkerReading;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.runtime.ProcessModel;
import dev.plimsoll.core.runtime.RuntimeProfile;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * A server that runs in a real memory cgroup of its own, seen by the agent's own sensor and
 * signalled by its own hand. Closing ends the server and removes the cgroup.
 */
final class ServerRig implements AutoCloseable {
  private final LimitedGroup group;
  private final Process process;
  private final Path output;
  private final ContainerSensor sensor;
  private final GuardPolicy policy;
  private final Signals signals = new Signals();
  private final int port;

  private ServerRig(
      LimitedGroup group,
      Process process,
      Path output,
      ContainerSensor sensor,
      GuardPolicy policy,
      int port) {
    this.group = group;
    this.process = process;
    this.output = output;
    this.sensor = sensor;
    this.policy = policy;
    this.port = port;
  }

  /** Starts a server; skips the test where this machine makes no memory cgroup. */
  static ServerRig start(ServerUnderTest server, Path scratch) throws IOException {
    server.missing().ifPresent(what -> abort(what));
    LimitedGroup group = group(server.limit());
    try {
      int port = FreePort.choose();
      Launch launch = server.launch(port, scratch);
      Path output = scratch.resolve("output.log");
      ProcessBuilder builder =
          new ProcessBuilder(group.enclose(launch.command()))
              .directory(scratch.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("HOME", scratch.toString());
      builder.environment().putAll(launch.environment());
      Process process = builder.start();
      process.getOutputStream().close();
      ContainerSensor sensor =
          new ContainerSensor(new Target.CgroupOf(Math.toIntExact(process.pid())));
      return new ServerRig(group, process, output, sensor, policy(server), port);
    } catch (IOException | RuntimeException e) {
      group.close();
      throw e;
    }
  }

  private static LimitedGroup group(Bytes limit) {
    String name = "plimsoll-servers-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    return switch (LimitedGroup.make(name, limit)) {
      case LimitedGroup.Outcome.Made(LimitedGroup made) -> made;
      case LimitedGroup.Outcome.Impossible(String why) -> {
        assumeTrue(false, why);
        throw new IllegalStateException(why);
      }
    };
  }

  private static GuardPolicy policy(ServerUnderTest server) {
    RuntimeProfile profile = RuntimeProfiles.named(server.profile()).orElseThrow();
    return new GuardPolicy(
        "app",
        profile.name(),
        profile.processes(),
        85,
        93,
        Duration.ofSeconds(65),
        Optional.empty(),
        List.of(GuardAction.RECYCLE_WORKER, GuardAction.SHED_WORKER),
        OptionalInt.of(server.workers()),
        1,
        "test");
  }

  /** Waits for something that the server does, in the thread that reads it. */
  static ConditionFactory await(String what) {
    return Awaitility.await(what)
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofSeconds(30));
  }

  int port() {
    return port;
  }

  /** The whole guard over this server, allowed to recycle and to shed; not yet running. */
  GuardLoop guard(Journal journal) throws IOException {
    return new GuardLoop(
        new Sample.Source("test", Optional.empty()),
        new FixedPolicy(policy),
        new ContainerSensor(new Target.CgroupOf(Math.toIntExact(process.pid()))),
        Clock.systemUTC(),
        journal);
  }

  /** What signals do to the server as it was recognised; its profile's default before. */
  ProcessModel model() {
    return sensor.fitted(policy).model();
  }

  /** The server as the agent sees it now. */
  ServerReading server() {
    long now = System.nanoTime();
    return switch (sensor.observe(Duration.ofNanos(now), now, policy)) {
      case Observation.Seen seen -> seen.reading().server();
      case Observation.Waiting waiting -> new ServerReading.Unrecognised(waiting.why());
    };
  }

  /** The workers that the agent sees now; none where it sees no master. */
  List<ProcessId> workers() {
    return server() instanceof ServerReading.Serving serving
        ? serving.workers().stream().map(WorkerReading::id).toList()
        : List.of();
  }

  /** Whether each worker is old enough for its master to take its end well. */
  boolean areOldEnough() {
    return model() instanceof ProcessModel.MasterAndWorkers model
        && server() instanceof ServerReading.Serving serving
        && serving.workers().stream()
            .allMatch(worker -> worker.age().compareTo(model.leastAge()) >= 0);
  }

  /** The master that the agent sees now. */
  Optional<ProcessId> master() {
    return server() instanceof ServerReading.Serving serving
        ? Optional.of(serving.master())
        : Optional.empty();
  }

  void send(ProcessId target, Signal signal) {
    if (signals.send(target, signal) instanceof Signals.Outcome.Refused(String why)) {
      throw new IllegalStateException(why);
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** What the kernel has counted in the cgroup. */
  long oomKills() throws IOException {
    Path version1 = group.directory().resolve("memory.oom_control");
    Path file = Files.exists(version1) ? version1 : group.directory().resolve("memory.events");
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("oom_kill "))
        .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length())))
        .findFirst()
        .orElseThrow(() -> new IOException(file + " counts no OOM kills"));
  }

  /** The end of what the server wrote, for a failed test. */
  String output() throws IOException {
    List<String> lines = Files.readAllLines(output);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  @Override
  public void close() throws IOException {
    sensor.close();
    group.close();
  }
}
