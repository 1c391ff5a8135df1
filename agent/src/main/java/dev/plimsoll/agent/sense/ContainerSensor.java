package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.Reading;
import dev.plimsoll.core.guard.Remark;
import dev.plimsoll.core.guard.ServerReading;
import dev.plimsoll.core.guard.WorkerReading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one container at every tick: its cgroup and its workers' memory always, the process table
 * only as often as it may have changed. One thread reads.
 */
public final class ContainerSensor implements AutoCloseable {
  private static final long CALM_BETWEEN_LISTS = Duration.ofSeconds(1).toNanos();
  private static final long CLOSE_BETWEEN_LISTS = Duration.ofMillis(200).toNanos();

  /** After a process ended: its successor is seen from its first moments, for its boot peak. */
  private static final long ALERT_BETWEEN_LISTS = Duration.ofMillis(80).toNanos();

  private static final long ALERT = Duration.ofSeconds(3).toNanos();

  /** Processes are counted exactly from so many percent below the soft line. */
  private static final int CLOSE_PERCENT = 8;

  private final KernelText text = new KernelText();
  private final OomTally kills = new OomTally();
  private final ExactCounts exactCounts = new ExactCounts();
  private final Target target;
  private final BootClock boot;
  private final CgroupLocator locator;
  private final ProcessTable table;
  private final ContainerGroup group;
  private final Ownership ownership;

  private Optional<OpenContainer> container = Optional.empty();
  private ServerFinder.Found server = new ServerFinder.Found.None("not looked for yet");
  private String why = "not looked for yet";
  private long listedAt;
  private long alertUntil;
  private boolean listed;

  /** The container whose cgroup is open. */
  private record OpenContainer(
      String path, MemoryCgroup cgroup, Observation.ContainerFacts facts) {}

  /**
   * Watches a target by this machine's /proc.
   *
   * @throws IOException where there is none: the agent runs on Linux alone
   */
  public ContainerSensor(Target target) throws IOException {
    Path proc = Path.of("/proc");
    this.target = target;
    this.boot = new BootClock(proc);
    this.locator = new CgroupLocator(proc);
    this.table = new ProcessTable(proc);
    this.group = new ContainerGroup(target, Math.toIntExact(ProcessHandle.current().pid()));
    this.ownership = new Ownership(proc, text);
  }

  /**
   * Reads.
   *
   * @param at since the agent started
   * @param now of {@link System#nanoTime}
   */
  public Observation observe(Duration at, long now, GuardPolicy policy) {
    Optional<ContainerMemory> memory = container.flatMap(open -> open.cgroup().read());
    if (container.isPresent() && memory.isEmpty()) {
      closeCgroup();
    }
    boolean close = memory.map(read -> isClose(read, policy)).orElse(false);
    if (!listed || now - listedAt >= betweenLists(now, close)) {
      list(now, policy);
      memory = memory.or(() -> container.flatMap(open -> open.cgroup().read()));
    }
    if (container.isEmpty() || memory.isEmpty()) {
      return new Observation.Waiting(why);
    }
    if (!refreshMemory()) {
      alertUntil = now + ALERT;
      list(now, policy);
      refreshMemory();
    }
    if (container.isEmpty()) {
      return new Observation.Waiting(why);
    }
    List<TrackedProcess> counted = counted();
    exactCounts.countNew(counted, text, now);
    if (close) {
      exactCounts.countLargest(counted, text, now);
    } else {
      exactCounts.countOldest(counted, text, now);
    }
    Observation.ContainerFacts facts = container.get().facts();
    ContainerMemory withAllKills = withAllKills(memory.get(), facts, at);
    return new Observation.Seen(
        new Reading(at, withAllKills, server(now)), facts.with(kills.told()));
  }

  /**
   * The policy with what signals do to the server that was seen: that may differ by its version and
   * settings from what its profile says in general.
   */
  public GuardPolicy fitted(GuardPolicy policy) {
    return server instanceof ServerFinder.Found.Serving serving
        ? policy.withModel(serving.model())
        : policy;
  }

  private long betweenLists(long now, boolean close) {
    if (now < alertUntil) {
      return ALERT_BETWEEN_LISTS;
    }
    return close || container.isEmpty() ? CLOSE_BETWEEN_LISTS : CALM_BETWEEN_LISTS;
  }

  private static boolean isClose(ContainerMemory memory, GuardPolicy policy) {
    return memory.unreclaimable().count() * 100
        >= memory.limit().count() * (policy.softPercent() - CLOSE_PERCENT);
  }

  private void list(long now, GuardPolicy policy) {
    listed = true;
    listedAt = now;
    table.refresh(boot.ticks(now), container.map(OpenContainer::path).orElse(""));
    switch (group.choose(table.processes())) {
      case ContainerGroup.Choice.None(String reason) -> {
        closeCgroup();
        why = reason;
      }
      case ContainerGroup.Choice.Chosen(String path, List<TrackedProcess> members) -> {
        if (!members.isEmpty()) {
          open(path, members);
        }
        server = ServerFinder.find(policy, target, members);
      }
    }
  }

  private void open(String path, List<TrackedProcess> members) {
    if (container.map(open -> !open.path().equals(path)).orElse(false)) {
      closeCgroup();
    }
    try {
      MemoryCgroup cgroup =
          container.isPresent()
              ? container.get().cgroup()
              : MemoryCgroup.open(locator.locate(members.getFirst().id().pid(), path));
      container =
          Optional.of(
              new OpenContainer(
                  path,
                  cgroup,
                  new Observation.ContainerFacts(
                      CgroupPath.containerId(path),
                      cgroup.pressure(),
                      KernelKills.NONE,
                      cgroup.killsAsGroup(),
                      ownership.remark(members).map(List::<Remark>of).orElse(List.of()))));
    } catch (IOException e) {
      why = e.getMessage();
    }
  }

  private void closeCgroup() {
    container.ifPresent(open -> open.cgroup().close());
    if (container.isPresent()) {
      kills.closeCgroup();
      why = "the container has ended";
    }
    container = Optional.empty();
    server = new ServerFinder.Found.None(why);
  }

  private ContainerMemory withAllKills(
      ContainerMemory memory, Observation.ContainerFacts facts, Duration at) {
    return new ContainerMemory(
        memory.limit(),
        memory.current(),
        memory.unreclaimable(),
        memory.workingSet(),
        kills.total(facts.id(), memory.oomKills(), at));
  }

  /** Whether all processes of the server still live. */
  private boolean refreshMemory() {
    boolean complete = true;
    for (TrackedProcess process : counted()) {
      complete &= process.refreshMemory(text);
    }
    return complete;
  }

  private List<TrackedProcess> counted() {
    return switch (server) {
      case ServerFinder.Found.Serving(
              TrackedProcess master,
              List<TrackedProcess> workers,
              var _) -> {
        List<TrackedProcess> all = new ArrayList<>(workers.size() + 1);
        all.add(master);
        all.addAll(workers);
        yield all;
      }
      case ServerFinder.Found.Alone(TrackedProcess process) -> List.of(process);
      case ServerFinder.Found.None _ -> List.of();
    };
  }

  private ServerReading server(long now) {
    return switch (server) {
      case ServerFinder.Found.Serving(
              TrackedProcess master,
              List<TrackedProcess> workers,
              var _) -> {
        List<WorkerReading> readings = new ArrayList<>(workers.size());
        for (TrackedProcess worker : workers) {
          readings.add(
              new WorkerReading(
                  worker.id(),
                  boot.age(worker.id().startTicks(), now),
                  worker.privateBytes(),
                  worker.cpuTime()));
        }
        yield new ServerReading.Serving(master.id(), master.privateBytes(), readings);
      }
      case ServerFinder.Found.Alone(TrackedProcess process) ->
          new ServerReading.Alone(process.id(), process.privateBytes());
      case ServerFinder.Found.None(String reason) -> new ServerReading.Unrecognised(reason);
    };
  }

  @Override
  public void close() {
    closeCgroup();
    table.close();
  }
}
