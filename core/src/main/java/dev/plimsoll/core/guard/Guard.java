package dev.plimsoll.core.guard;

import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;
import java.time.Duration;
import java.util.List;

/** The guard's decisions: one step for every reading. */
public final class Guard {
  /** In order of urgency: the first with an action has it taken. */
  private static final List<Rule> RULES =
      List.of(
          new LastResort(),
          new BootKillRule(),
          new BurstShed(),
          new HardLine(),
          new BurstRecycle(),
          new GiveBackRule(),
          new ForecastRule(),
          new SoftRule(),
          new AgeRule());

  private Guard() {}

  /** What to do at this reading, and what to remember for the next one. */
  public static GuardStep step(GuardPolicy policy, GuardState state, Reading reading) {
    return switch (reading.server()) {
      case ServerReading.Serving serving when policy.model() instanceof MasterAndWorkers model ->
          serving(policy, model, state, reading, serving);
      case ServerReading.Serving _, ServerReading.Alone _ ->
          Bystander.alone(policy, state, reading);
      case ServerReading.Unrecognised unrecognised ->
          Bystander.unrecognised(policy, state, reading, unrecognised.why());
    };
  }

  private static GuardStep serving(
      GuardPolicy policy,
      MasterAndWorkers model,
      GuardState state,
      Reading reading,
      ServerReading.Serving serving) {
    ContainerMemory memory = reading.memory();
    Duration at = reading.at();
    Seen before = state.seen();
    Crew crew = before.crew().with(at, serving, memory.limit(), before.learned());
    Changes changes = Changes.between(before.crew(), crew, before.kernelKillsUntil(memory));
    Course course =
        before.isStartedAnewBy(policy, memory, crew)
            ? state.course().startedAnew()
            : state.course();
    Seen seen = before.with(policy, reading, crew, changes);
    course = course.with(before, seen, changes, policy, at);
    Situation situation =
        new Situation(
            policy,
            model,
            serving.master(),
            serving.masterPrivate(),
            Levels.of(policy, memory),
            seen,
            course,
            at);
    return Decision.in(situation, RULES);
  }
}
