package dev.plimsoll.agent;

import dev.plimsoll.agent.act.ActionLog;
import dev.plimsoll.agent.act.KillProgram;
import dev.plimsoll.agent.act.Signals;
import dev.plimsoll.agent.act.WorkerRecycler;
import dev.plimsoll.agent.policy.FixedPolicy;
import dev.plimsoll.agent.sense.KernelKills;
import dev.plimsoll.agent.sense.Observation;
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
import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Guards a server that exists in numbers alone, with all that belongs to acting. The first action
 * of a Java machine takes many times as long as the next, and the first real one must not.
 */
final class Rehearsal {
  private static final Bytes LIMIT = Bytes.ofMebi(256);

  /** No process has it: the highest number that Linux gives is below. */
  private static final ProcessId NOBODY = new ProcessId(1 << 23, 0);

  private final GuardPolicy policy;
  private final Clock clock;

  private Rehearsal(GuardPolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /** One with a server whose workers can be recycled, shed and grown. */
  static Rehearsal by(Clock clock) {
    PolicyText.Place place = new PolicyText.Place("web", "rehearsal");
    String text =
        PolicyText.render(PolicyText.defaults(place)).replace("generic", "gunicorn")
            + "maxWorkerAge=PT30M\nplannedWorkers=3\n";
    return switch (PolicyText.parse(text, place)) {
      case PolicyText.Outcome.Refused(String message) -> throw new IllegalStateException(message);
      case PolicyText.Outcome.Valid(GuardPolicy policy) -> new Rehearsal(policy, clock);
    };
  }

  GuardPolicy policy() {
    return policy;
  }

  /**
   * Fills three workers up to the limit, and carries out on nobody what is decided.
   *
   * @param ticks in which it is filled
   */
  Sample guardNumbers(int ticks) {
    WorkerRecycler recycler = new WorkerRecycler(new Signals());
    ActionLog log = new ActionLog();
    GuardState state = GuardState.initial();
    Reading reading = reading(0, ticks);
    GuardStep step = Guard.step(policy, state, reading);
    for (int tick = 0; tick < ticks; tick++) {
      reading = reading(tick, ticks);
      log.observe(reading);
      step = Guard.step(policy, state, reading);
      state = step.next();
      for (Action action : step.actions()) {
        log.add(action, clock.instant(), reading);
      }
    }
    try {
      KillProgram.send(NOBODY.pid(), Signal.TTOU);
    } catch (IOException _) {
      // The first real signal that needs it will tell.
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

  private static Reading reading(int tick, int ticks) {
    Bytes grown = new Bytes(Bytes.ofMebi(20).count() + tick * Bytes.ofMebi(80).count() / ticks);
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
        new ContainerMemory(LIMIT, held, held, held, 0),
        new ServerReading.Serving(NOBODY, Bytes.ofMebi(10), workers));
  }
}
