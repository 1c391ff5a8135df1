package dev.plimsoll.core.guard;

import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;
import dev.plimsoll.core.runtime.ProcessModel.Succession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A server under a limit, on simulated time: a master that keeps a number of workers, workers that
 * boot, leak, burst and drain, and a kernel that kills the largest of them above the limit. The
 * guard reads it ten times a second, and fifty times above its soft line.
 */
final class SimulatedPod {
  private static final double LIMIT = 256;
  private static final double REST = 20;
  private static final ProcessId MASTER = new ProcessId(1, 1);

  private App app;
  private final Random random;
  private final List<SimulatedWorker> workers = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<GuardStep> steps = new ArrayList<>();
  private GuardPolicy policy = Policies.usual();
  private GuardState state = GuardState.initial();
  private double now;
  private double pageCache;
  private double shared;
  private double master;
  private int target;
  private int nextPid = 2;
  private int oomKills;
  private int boots;
  private int fewest = Integer.MAX_VALUE;

  SimulatedPod(App app, int workers, long seed) {
    this.app = app;
    this.target = workers;
    this.random = new Random(seed);
  }

  /** What the guard did, and what it did it to. */
  record Taken(double at, Action action, List<ProcessId> alive, boolean allUp) {}

  SimulatedPod under(GuardPolicy other) {
    policy = other;
    return this;
  }

  SimulatedPod withPageCache(double mebi) {
    pageCache = mebi;
    return this;
  }

  /** Its workers, those to come included, behave otherwise from now on. */
  SimulatedPod become(App other) {
    app = other;
    workers.forEach(worker -> worker.become(other));
    return this;
  }

  SimulatedPod run(double seconds) {
    double until = now + seconds;
    while (now < until) {
      double step = unreclaimable() > LIMIT * policy.softPercent() / 100 ? 0.02 : 0.1;
      now += step;
      live(step);
      guard();
    }
    return this;
  }

  private void live(double step) {
    shared += app.sharedPerSecond() * step;
    master += app.masterPerSecond() * step;
    workers.forEach(worker -> worker.live(now, step, random));
    workers.removeIf(worker -> worker.hasEnded(now));
    while (present() < target) {
      workers.add(new SimulatedWorker(app, new ProcessId(nextPid, nextPid), now));
      nextPid++;
      boots++;
    }
    while (unreclaimable() > LIMIT && !workers.isEmpty()) {
      workers.remove(
          workers.stream().max(Comparator.comparing(SimulatedWorker::size)).orElseThrow());
      oomKills++;
    }
    if (now > app.bootSeconds() + 1) {
      fewest = Math.min(fewest, serving());
    }
  }

  /** A server that starts the successor first does not count a worker that is to go. */
  private long present() {
    boolean successorFirst =
        policy.model() instanceof MasterAndWorkers model
            && model.succession() == Succession.BEFORE_THE_OLD_ENDS;
    return workers.stream().filter(worker -> !(successorFirst && worker.isDraining())).count();
  }

  private void guard() {
    GuardStep step = Guard.step(policy, state, reading());
    state = step.next();
    steps.add(step);
    for (Action action : step.actions()) {
      taken.add(
          new Taken(
              now,
              action,
              workers.stream().map(SimulatedWorker::id).toList(),
              workers.stream().allMatch(worker -> worker.isUp(now + 0.2))));
      carryOut(action);
    }
  }

  private void carryOut(Action action) {
    switch (action) {
      case Action.Recycle recycle -> find(recycle.victim()).ifPresent(w -> w.drain(now));
      case Action.Kill kill -> find(kill.victim()).ifPresent(workers::remove);
      case Action.Shed _ -> {
        target = Math.max(1, target - 1);
        workers.stream()
            .filter(worker -> !worker.isDraining())
            .min(Comparator.comparing(SimulatedWorker::born))
            .filter(_ -> workers.size() > target)
            .ifPresent(worker -> worker.drain(now));
      }
      case Action.Grow _ -> target++;
    }
  }

  private Optional<SimulatedWorker> find(ProcessId id) {
    return workers.stream().filter(worker -> worker.id().equals(id)).findFirst();
  }

  private double unreclaimable() {
    return REST + shared + master + workers.stream().mapToDouble(SimulatedWorker::size).sum();
  }

  private Reading reading() {
    double current = Math.min(LIMIT, unreclaimable() + pageCache);
    return new Reading(
        App.seconds(now),
        new ContainerMemory(
            App.mebi(LIMIT),
            App.mebi(current),
            App.mebi(unreclaimable()),
            App.mebi(current),
            oomKills),
        new ServerReading.Serving(
            MASTER, App.mebi(REST / 2 + master), workers.stream().map(this::reading).toList()));
  }

  private WorkerReading reading(SimulatedWorker worker) {
    Duration age = App.seconds(now - worker.born());
    return new WorkerReading(worker.id(), age, App.mebi(worker.size()), age);
  }

  private int serving() {
    return (int)
        workers.stream().filter(worker -> worker.isUp(now) && !worker.isDraining()).count();
  }

  List<Taken> taken() {
    return taken;
  }

  <T extends Action> List<T> taken(Class<T> kind) {
    return taken.stream().map(Taken::action).filter(kind::isInstance).map(kind::cast).toList();
  }

  GuardStep lastStep() {
    return steps.getLast();
  }

  boolean everRemarked(Remark.Reason reason) {
    return steps.stream()
        .flatMap(step -> step.remarks().stream())
        .anyMatch(remark -> remark.reason() == reason);
  }

  int oomKills() {
    return oomKills;
  }

  int boots() {
    return boots;
  }

  int workers() {
    return workers.size();
  }

  /** The fewest workers that served at any moment after the first boot. */
  int fewestServing() {
    return fewest;
  }
}
