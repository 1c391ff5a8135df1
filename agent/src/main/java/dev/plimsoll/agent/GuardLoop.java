package dev.plimsoll.agent;

import dev.plimsoll.agent.act.ActionLog;
import dev.plimsoll.agent.act.ActionRecord;
import dev.plimsoll.agent.act.Signals;
import dev.plimsoll.agent.act.WorkerRecycler;
import dev.plimsoll.agent.policy.PolicyInForce;
import dev.plimsoll.agent.policy.PolicySource;
import dev.plimsoll.agent.sense.ContainerSensor;
import dev.plimsoll.agent.sense.Observation;
import dev.plimsoll.agent.serve.Sample;
import dev.plimsoll.core.guard.Action;
import dev.plimsoll.core.guard.Guard;
import dev.plimsoll.core.guard.GuardPolicy;
import dev.plimsoll.core.guard.GuardState;
import dev.plimsoll.core.guard.GuardStep;
import dev.plimsoll.core.guard.Phase;
import dev.plimsoll.core.guard.Reading;
import dev.plimsoll.core.model.Bytes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads, decides and acts: ten times a second, fifty times once the container is not calm. One
 * thread runs it; any thread may ask for a {@link #sample} or close it.
 */
public final class GuardLoop implements Runnable, AutoCloseable {
  private static final long CALM_TICK = Duration.ofMillis(100).toNanos();
  private static final long CLOSE_TICK = Duration.ofMillis(20).toNanos();

  private static final int REHEARSED_TICKS = 60;

  private final Sample.Source source;
  private final PolicySource policies;
  private final ContainerSensor sensor;
  private final Clock clock;
  private final Journal journal;
  private final WorkerRecycler recycler = new WorkerRecycler(new Signals());
  private final ActionLog log = new ActionLog();
  private final HardLine hardLine = new HardLine();
  private final Changes changes;

  private final long startedAt = System.nanoTime();
  private final Duration startedOn;
  private GuardState state = GuardState.initial();
  private volatile Moment moment;
  private volatile boolean closed;

  /** The last tick. */
  private record Moment(
      PolicyInForce policy, Observation observation, Optional<GuardStep> decision, Bytes peak) {}

  /**
   * A loop that begins when it is run.
   *
   * @param sensor is the loop's from now on, which closes it
   * @param journal is told what is done, and what changes
   */
  public GuardLoop(
      Sample.Source source,
      PolicySource policies,
      ContainerSensor sensor,
      Clock clock,
      Journal journal) {
    this.source = source;
    this.policies = policies;
    this.sensor = sensor;
    this.clock = clock;
    this.journal = journal;
    this.changes = new Changes(journal);
    this.startedOn = Duration.between(Instant.EPOCH, clock.instant());
    this.moment =
        new Moment(
            policies.at(startedAt),
            new Observation.Waiting("not looked for yet"),
            Optional.empty(),
            Bytes.ZERO);
  }

  /** Guards until it is closed. Nothing that happens to the container ends it. */
  @Override
  public void run() {
    rehearse();
    long next = System.nanoTime();
    while (!closed) {
      try {
        tick(System.nanoTime());
      } catch (RuntimeException e) {
        changes.failure(e);
      }
      next = Math.max(next + interval(), System.nanoTime());
      while (!closed && System.nanoTime() < next) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
    }
    sensor.close();
  }

  private void rehearse() {
    try {
      Rehearsal.by(clock).guardNumbers(REHEARSED_TICKS);
    } catch (RuntimeException e) {
      changes.failure(e);
    }
  }

  /** What there is to tell now. */
  public Sample sample() {
    Moment present = moment;
    return new Sample(
        source,
        clock.instant(),
        present.policy(),
        present.observation(),
        present.decision(),
        present.peak(),
        log.told(),
        hardLine.reactions());
  }

  /** Ends the loop after its present tick. */
  @Override
  public void close() {
    closed = true;
  }

  private void tick(long now) {
    PolicyInForce policy = policies.at(now);
    Observation observation =
        sensor.observe(startedOn.plusNanos(now - startedAt), now, policy.policy());
    switch (observation) {
      case Observation.Waiting _ ->
          moment = new Moment(policy, observation, moment.decision(), moment.peak());
      case Observation.Seen(Reading reading, var _) -> {
        log.observe(reading);
        GuardPolicy fitted = sensor.fitted(policy.policy());
        GuardStep step = Guard.step(fitted, state, reading);
        state = step.next();
        hardLine.see(step.phase(), now);
        for (Action action : step.actions()) {
          carryOut(action, fitted, reading);
        }
        Bytes held = reading.memory().unreclaimable();
        moment =
            new Moment(
                policy,
                observation,
                Optional.of(step),
                held.isMoreThan(moment.peak()) ? held : moment.peak());
      }
    }
    changes.see(policy, observation, moment.decision());
  }

  private void carryOut(Action action, GuardPolicy policy, Reading reading) {
    switch (recycler.carryOut(action, policy.model())) {
      case Signals.Outcome.Sent _ -> {
        hardLine.signalled(System.nanoTime());
        ActionRecord done = log.add(action, clock.instant(), reading);
        journal.tell(ActionRecord.kind(action) + " " + done.pid() + ": " + action.why());
      }
      case Signals.Outcome.Gone _ -> journal.tell("nothing to do, it has ended: " + action.why());
      case Signals.Outcome.Refused(String why) -> journal.tell(why + " (" + action.why() + ")");
    }
  }

  private long interval() {
    boolean calm = moment.decision().map(step -> step.phase() == Phase.CALM).orElse(true);
    return calm ? CALM_TICK : CLOSE_TICK;
  }
}
